import { accept } from './accept.ts';
import { check } from './check.ts';
import type { CommandDefinition } from './define.ts';
import { drill } from './drill.ts';
import { fix } from './fix.ts';
import { help } from './help.ts';
import { impact } from './impact.ts';
import { importDocuments } from './import.ts';
import { init } from './init.ts';
import { list } from './list.ts';
import { move } from './move.ts';
import { newDocument } from './new.ts';
import { prose } from './prose.ts';
import { readiness } from './readiness.ts';
import { rename } from './rename.ts';
import { review } from './review.ts';
import { scan } from './scan.ts';
import { schemas } from './schemas.ts';
import { sign } from './sign.ts';
import { supersede } from './supersede.ts';
import { verifySignoff } from './verify-signoff.ts';
import { waive } from './waive.ts';
import { who } from './who.ts';

/** Every command, in the order of the help. */
export const commandDefinitions = [
  check,
  fix,
  prose,
  readiness,
  scan,
  newDocument,
  importDocuments,
  rename,
  move,
  supersede,
  review,
  drill,
  accept,
  waive,
  sign,
  verifySignoff,
  list,
  schemas,
  who,
  impact,
  init,
  help,
] as const satisfies readonly CommandDefinition[];

export type CommandName = (typeof commandDefinitions)[number]['name'];
