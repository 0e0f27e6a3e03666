import type { Corpus, Entry } from '../../domain/graph/corpus.ts';

type Data = Readonly<Record<string, unknown>>;

/** The text of a field; null where it is empty or something else. */
export function textOf(data: Data, field: string): string | null {
  const value = data[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The texts of a list, or none. */
export function textsOf(data: Data, field: string): string[] {
  const value = data[field];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The nested block of a field, empty where there is none. */
export function blockOf(data: Data, field: string): Data {
  const value = data[field];
  return isBlock(value) ? value : {};
}

/** The blocks of a list, or none. */
export function blocksOf(data: Data, field: string): Data[] {
  const value = data[field];
  return Array.isArray(value) ? value.filter(isBlock) : [];
}

const isBlock = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entry that a field names by its slug in `folder`. */
export function entryAt(data: Data, field: string, folder: string, corpus: Corpus): Entry | null {
  const slug = textOf(data, field);
  return slug === null ? null : (corpus.byId.get(`${folder}/${slug}`) ?? null);
}

/** The entries of `folder` that a list names. */
export const entriesAt = (data: Data, field: string, folder: string, corpus: Corpus): Entry[] =>
  textsOf(data, field)
    .map((slug) => corpus.byId.get(`${folder}/${slug}`))
    .filter((entry) => entry !== undefined);
