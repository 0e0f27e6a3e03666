import type { Corpus } from '../../domain/graph/corpus.ts';
import { type FilledDocument, settle } from '../../domain/import/fields/relations.ts';
import { documentNamed } from '../../domain/import/links/link.ts';
import type { LinkMap } from '../../domain/import/links/map.ts';
import type { FilledFields, Settled } from './worker-model.ts';

/** The fields of all documents with the references of each as the handbook writes them. */
export function settleReferences(
  documents: readonly FilledFields[],
  map: LinkMap,
  corpus: Corpus,
): Settled[] {
  const here = namesIn(corpus);
  const find = (name: string, { path }: FilledFields): string | undefined =>
    documentNamed(name, path, map) ?? here.get(folded(name));
  // The tree is no part of a reference: it stays where it was read.
  const placed = documents.map((one) => ({ ...one, filled: one.filled as FilledDocument }));
  return settle(placed, find).map(({ from, filled: { data, rest } }) => ({ from, data, rest }));
}

/** What is in the handbook already, by the last part of its address. */
const namesIn = ({ entries }: Corpus): ReadonlyMap<string, string> =>
  new Map(entries.map(({ id, path }) => [folded(id.split('/').at(-1) ?? ''), path]));

const folded = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
