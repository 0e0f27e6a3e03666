import { emptyOutline, type Outline } from '../../src/domain/body/outline.ts';
import { typeNamed } from '../../src/domain/documents/registry.ts';
import type { Corpus, Entry } from '../../src/domain/graph/corpus.ts';

/** An entry of a type as if it had been read from its folder. */
export function entryOf(
  typeName: string,
  slug: string,
  data: Readonly<Record<string, unknown>> = {},
  outline: Partial<Outline> = {},
): Entry {
  const type = typeNamed(typeName);
  if (!type) throw new Error(`no type ${typeName}`);
  const id = type.folder === '' ? slug : `${type.folder}/${slug}`;
  return {
    id,
    type,
    path: `${id}.${type.format}`,
    data,
    readable: true,
    outline: { ...emptyOutline, ...outline },
    body: '',
  };
}

/** A corpus of those entries. */
export const corpusOf = (...entries: readonly Entry[]): Corpus => ({
  entries,
  byId: new Map(entries.toReversed().map((entry) => [entry.id, entry])),
  assets: new Set(),
  problems: [],
});
