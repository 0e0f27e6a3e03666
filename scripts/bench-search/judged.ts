import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../lib/failure.ts';

/** One judged query; documents by their paths, as the set names them. */
export interface Judged {
  readonly query: string;
  readonly corpus: string;
  readonly kind: string;
  readonly relevant: readonly string[];
  /** Copies that count as right too. */
  readonly alts?: Readonly<Record<string, readonly string[]>>;
  /** Neither right nor wrong. */
  readonly also?: readonly string[];
}

/** A folder of judged queries with the bodies of documents that they are asked of. */
export interface JudgedSet {
  readonly queries: readonly Judged[];
  /** The documents of each body; null where the queries are about the project's own sample. */
  readonly documents: Readonly<Record<string, readonly string[]>> | null;
}

/** Reads the queries and documents of a folder. */
export function readJudged(folder: string): JudgedSet {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  if (!existsSync(join(folder, 'queries.json')))
    throw new Failure(`There are no judged queries in ${folder}: it has no queries.json.`);
  return {
    queries: read('queries.json'),
    documents: existsSync(join(folder, 'documents.json')) ? read('documents.json') : null,
  };
}

/** The place of the first right document in a list, from 1; 0 where there is none. */
export function placeOf(judged: Judged, found: readonly string[]): number {
  const right = new Set(judged.relevant.flatMap((one) => [one, ...(judged.alts?.[one] ?? [])]));
  const also = new Set(judged.also ?? []);
  const counted = found.filter((one) => right.has(one) || !also.has(one));
  return counted.findIndex((one) => right.has(one)) + 1;
}
