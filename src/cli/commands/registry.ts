import { type CommandName, commandDefinitions } from '../../domain/commands/registry.ts';
import type { Command } from '../command.ts';

/** What each command does, read from disk when it is run: a start waits for no other. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  fix: async () => (await import('./fix.ts')).fix,
  prose: async () => (await import('./prose.ts')).prose,
  readiness: async () => (await import('./readiness.ts')).readiness,
  scan: async () => (await import('./scan.ts')).scan,
  new: async () => (await import('./new.ts')).newDocument,
  import: async () => (await import('./import.ts')).importDocuments,
  rename: async () => (await import('./rename.ts')).rename,
  move: async () => (await import('./move.ts')).move,
  supersede: async () => (await import('./supersede.ts')).supersede,
  review: async () => (await import('./review.ts')).review,
  drill: async () => (await import('./drill.ts')).drill,
  accept: async () => (await import('./accept.ts')).accept,
  waive: async () => (await import('./waive.ts')).waive,
  sign: async () => (await import('./sign.ts')).sign,
  'verify-signoff': async () => (await import('./verify-signoff.ts')).verifySignoff,
  list: async () => (await import('./list.ts')).list,
  who: async () => (await import('./who.ts')).who,
  impact: async () => (await import('./impact.ts')).impact,
  schemas: async () => (await import('./schemas.ts')).schemas,
  init: async () => (await import('./init.ts')).init,
  help: async () => (await import('./help.ts')).helpOf(commandNamed),
};

/** The command of a name, ready to run; undefined where there is none. */
export function commandNamed(name: string): Promise<Command> | undefined {
  const known = commandDefinitions.find((one) => one.name === name);
  return known && commands[known.name]();
}
