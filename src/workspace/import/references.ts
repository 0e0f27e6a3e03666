import type { Corpus } from '../../domain/graph/corpus.ts';
import { type FilledDocument, settle } from '../../domain/import/fields/relations.ts';
import { documentAt } from '../../domain/import/links/link.ts';
import type { LinkMap } from '../../domain/import/links/map.ts';
import type { FilledFields, Settled } from './worker-model.ts';

/** The fields of all documents with the references of each as the handbook writes them. */
export function settleReferences(
  documents: readonly FilledFields[],
  map: LinkMap,
  corpus: Corpus,
): Settled[] {
  const numbers = numbersIn(documents);
  const here = namesIn(corpus);
  const find = (name: string, { path, address }: FilledFields): string | undefined =>
    documentAt(name, path, map) ??
    documentAt(`lookup:${encodeURIComponent(name)}`, path, map) ??
    byNumber(name, address, numbers) ??
    here.get(folded(name));
  // The tree is no part of a reference: it stays where it was read.
  const placed = documents.map((one) => ({ ...one, filled: one.filled as FilledDocument }));
  return settle(placed, find).map(({ from, filled: { data, rest } }) => ({ from, data, rest }));
}

const NUMBER = /^(?:adr|decision|rfc|nr|no|#)?[-_.# ]*0*(\d{1,4})$/i;

/** Documents by the folder that they come to and the number in their name. */
function numbersIn(documents: readonly FilledFields[]): ReadonlyMap<string, string> {
  return new Map(
    documents.flatMap(({ address }) => {
      const [folder] = address.split('/');
      const number = /\/0*(\d{1,4})-[^/]*$/.exec(address)?.[1];
      return number === undefined ? [] : [[`${folder} ${number}`, address] as const];
    }),
  );
}

function byNumber(
  name: string,
  address: string,
  numbers: ReadonlyMap<string, string>,
): string | undefined {
  const number = NUMBER.exec(name.trim())?.[1];
  return number === undefined ? undefined : numbers.get(`${address.split('/')[0]} ${number}`);
}

/** What is in the handbook already, by the last part of its address. */
const namesIn = ({ entries }: Corpus): ReadonlyMap<string, string> =>
  new Map(entries.map(({ id, path }) => [folded(id.split('/').at(-1) ?? ''), path]));

const folded = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
