import type { Entry } from './corpus.ts';

/**
 * A function of one entry alone that is computed once for it: where a handbook is read again, an entry
 * whose file did not change is the same value.
 */
export function ofEntry<T>(compute: (entry: Entry) => T): (entry: Entry) => T {
  const known = new WeakMap<Entry, { readonly value: T }>();
  return (entry) => {
    const found = known.get(entry) ?? { value: compute(entry) };
    known.set(entry, found);
    return found.value;
  };
}
