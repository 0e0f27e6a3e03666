import type { Command } from '../command.ts';
import { accept } from './accept.ts';
import { check } from './check.ts';
import { drill } from './drill.ts';
import { helpOf } from './help.ts';
import { init } from './init.ts';
import { list } from './list.ts';
import { newDocument } from './new.ts';
import { prose } from './prose.ts';
import { readiness } from './readiness.ts';
import { review } from './review.ts';
import { schemas } from './schemas.ts';
import { sign } from './sign.ts';
import { verifySignoff } from './verify-signoff.ts';
import { waive } from './waive.ts';

const working: readonly Command[] = [
  check,
  prose,
  readiness,
  newDocument,
  review,
  drill,
  accept,
  waive,
  sign,
  verifySignoff,
  list,
  schemas,
  init,
];

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [...working, helpOf(working)];
