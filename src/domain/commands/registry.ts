import { accept } from './accept.ts';
import { check } from './check.ts';
import type { CommandDefinition } from './define.ts';
import { drill } from './drill.ts';
import { help } from './help.ts';
import { init } from './init.ts';
import { list } from './list.ts';
import { newDocument } from './new.ts';
import { readiness } from './readiness.ts';
import { review } from './review.ts';
import { scan } from './scan.ts';
import { sign } from './sign.ts';
import { verifySignoff } from './verify-signoff.ts';
import { waive } from './waive.ts';

/** Every command, in the order of the help. */
export const commandDefinitions = [
  check,
  readiness,
  scan,
  newDocument,
  review,
  drill,
  accept,
  waive,
  sign,
  verifySignoff,
  list,
  init,
  help,
] as const satisfies readonly CommandDefinition[];

export type CommandName = (typeof commandDefinitions)[number]['name'];
