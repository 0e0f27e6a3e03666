import type { CommandDefinition, Option } from '../domain/commands/define.ts';
import type { Io } from './io.ts';

/** A command that can be run. */
export interface Command extends CommandDefinition {
  /** Further options, which depend on the words that were typed. */
  readonly optionsFor?: (args: readonly string[]) => readonly Option[];
  /** Resolves to the exit code: 0 clean, 1 findings. What cannot be done throws a Refusal. */
  readonly run: (invocation: Invocation) => Promise<number> | number;
}

/** A command as it was typed. */
export interface Invocation {
  readonly io: Io;
  readonly positionals: readonly string[];
  /** The values of each option that was given, by the option's own name; a switch has none. */
  readonly given: ReadonlyMap<string, readonly string[]>;
}

/** The value of an option that is given at most once. */
export const optionValue = ({ given }: Invocation, name: string): string | undefined =>
  given.get(name)?.[0];
