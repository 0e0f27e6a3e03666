import type { PathRecord } from './progress.ts';
import { fieldsOf, pathRecordIn } from './read-progress.ts';

/** A file as it was brought: the record, or a sentence that says why it was refused. */
export type Brought = { readonly record: PathRecord } | { readonly refused: string };

/** No file of these pages is larger. */
export const MOST_BYTES = 65_536;

/** What a file must be of, to be taken. */
export interface Expected {
  readonly handbook: string;
  readonly path: string;
}

/**
 * The record in the text of a file. `parse` reads YAML and may throw. Only the record of this path in this
 * handbook is taken.
 */
export function recordIn(
  text: string,
  { handbook, path }: Expected,
  parse: (text: string) => unknown,
): Brought {
  if (text.length > MOST_BYTES) return { refused: TOO_LARGE };
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
  return { record };
}

/** Said of a file before it is read. */
export const TOO_LARGE =
  'This file is too large to be one of these pages’ own. Nothing was changed.';

/** How the YAML of such a file is read: no aliases, and what is wrong throws. */
export const yamlOptions = { maxAliasCount: 0, schema: 'core', logLevel: 'error' } as const;
