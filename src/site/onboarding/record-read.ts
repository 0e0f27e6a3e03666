import type { PathRecord } from './progress.ts';
import { fieldsOf, pathRecordIn } from './read-progress.ts';

/** A file as it was brought: the record and how many steps of the file it leaves out, or why it was refused. */
export type Brought =
  | { readonly record: PathRecord; readonly leftOut: number }
  | { readonly refused: string };

/** No file of these pages is larger. */
export const MOST_BYTES = 65_536;

/** What a file must be of, to be taken. */
export interface Expected {
  readonly handbook: string;
  readonly path: string;
  /** The steps that the path has; of others nothing is taken. */
  readonly steps: readonly string[];
}

/**
 * The record in the text of a file. `parse` reads YAML and may throw. Only the record of this path in this
 * handbook is taken, and of it only the steps that the path has.
 */
export function recordIn(
  text: string,
  { handbook, path, steps }: Expected,
  parse: (text: string) => unknown,
): Brought {
  if (text.length > MOST_BYTES) return { refused: TOO_LARGE };
  if (isNested(text)) return { refused: NESTED };
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    return { refused: 'This file cannot be read: it is no YAML. Nothing was changed.' };
  }
  const found = fieldsOf(fieldsOf(value)['progress']);
  const record = pathRecordIn(found);
  if (!record)
    return {
      refused:
        'This file holds no progress. Choose one that was taken from the page of a path. Nothing was changed.',
    };
  if (found['handbook'] !== handbook)
    return { refused: 'This file is of another handbook. Nothing was changed.' };
  if (record.path !== path)
    return {
      refused: `This file is of another path (${record.path}). Open that path and bring it there. Nothing was changed.`,
    };
  const taken = record.steps.filter(
    ({ step, opened, done }) => steps.includes(step) && (opened !== null || done !== null),
  );
  if (taken.length === 0) return { refused: NONE_USABLE };
  const listed = Array.isArray(found['steps']) ? found['steps'].length : 0;
  return { record: { ...record, steps: taken }, leftOut: listed - taken.length };
}

/** Whether a text opens more brackets or lists than these pages write; counted before it is parsed. */
const isNested = (text: string): boolean =>
  (text.match(/[[{]/g)?.length ?? 0) > 200 || /(?:[-?:][ \t]+){20}/.test(text);

const NESTED = 'This file is built unlike those of these pages. Nothing was changed.';

const NONE_USABLE =
  'None of the steps in this file is both a step of this path and opened or ticked. Nothing was changed.';

/** Said of a file before it is read. */
export const TOO_LARGE =
  'This file is too large to be one of these pages’ own. Nothing was changed.';

/** How the YAML of such a file is read: no aliases, and what is wrong throws. */
export const yamlOptions = { maxAliasCount: 0, schema: 'core', logLevel: 'error' } as const;
