import type { Corpus, Entry } from './corpus.ts';

type Data = Readonly<Record<string, unknown>>;

/** The raw value at a path such as `auth.rotates_on`; fields were not validated yet. */
export const rawAt = (data: Data, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (isBlock(at) ? at[key] : undefined), data);

/** The text at a path; null where it is empty or something else. */
export function textAt(data: Data, path: string): string | null {
  const value = rawAt(data, path);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The number at a path, or null. */
export function numberAt(data: Data, path: string): number | null {
  const value = rawAt(data, path);
  return typeof value === 'number' ? value : null;
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

/** The blocks of a list at a path, or none. */
export function rowsAt(data: Data, path: string): Data[] {
  const value = rawAt(data, path);
  return Array.isArray(value) ? value.filter(isBlock) : [];
}

const isBlock = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entry that a field names by its slug in `folder`. */
export function entryAt(data: Data, field: string, folder: string, corpus: Corpus): Entry | null {
  const slug = textAt(data, field);
  return slug === null ? null : (corpus.byId.get(`${folder}/${slug}`) ?? null);
}

/** The entries of `folder` that a list names. */
export const entriesAt = (data: Data, field: string, folder: string, corpus: Corpus): Entry[] =>
  textsOf(data, field)
    .map((slug) => corpus.byId.get(`${folder}/${slug}`))
    .filter((entry) => entry !== undefined);
