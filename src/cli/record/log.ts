import { readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { entriesOf } from '../../domain/graph/corpus.ts';
import { logOf } from '../../domain/standard/facts/drills.ts';
import type { StandardContext } from '../../domain/standard/rule.ts';
import { sha256 } from '../../workspace/sha256.ts';
import type { Io } from '../io.ts';
import { Refusal } from '../refusal.ts';

/** The log of a drill as it was handed in. */
export interface Log {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly digest: string;
  /** The ending that its copy gets, with the dot. */
  readonly ending: string;
}

/** The largest log that is kept, in bytes. */
const LARGEST = 20_000_000;

/** Reads a log; one that is missing, empty, no text, too large or the log of another drill throws a Refusal. */
export function readLog(
  named: string,
  { cwd }: Pick<Io, 'cwd'>,
  { corpus, fileOf }: Pick<StandardContext, 'corpus' | 'fileOf'>,
): Log {
  const refuse = (why: string): never => {
    throw new Refusal(`--log ${named}: ${why} Nothing was written.`);
  };
  const file = resolve(cwd, named);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) refuse('there is no such file.');
  if (!found?.isFile()) refuse('that is no file.');
  if ((found?.size ?? 0) > LARGEST)
    refuse('it is larger than 20 MB. Keep the part that shows the steps.');
  const bytes = readFileSync(file);
  const text = textOf(bytes);
  if (text === null) refuse('it is no text (UTF-8), so nobody could read it in ten years.');
  if (text?.trim() === '') refuse('it is empty. Hand in what was typed and answered.');
  const digest = sha256(bytes);
  const other = entriesOf(corpus, 'drill').find((entry) => {
    const log = logOf({ entry }, { fileOf });
    return log !== null && [log.actual, log.recorded].includes(digest);
  });
  if (other) refuse(`it is the log of ${other.id} already. Each drill has a log of its own.`);
  const ending = /^\.(txt|log|jsonl?)$/.test(extname(file)) ? extname(file) : '.log';
  return { file, bytes, digest, ending };
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
