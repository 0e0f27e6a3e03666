import type { Entry } from './corpus.ts';

/** A function of one value alone that is computed once for it, for as long as the value is there. */
export function once<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/**
 * A function of one entry alone that is computed once for it: where a handbook is read again, an entry
 * whose file did not change is the same value.
 */
export const ofEntry = <T>(compute: (entry: Entry) => T): ((entry: Entry) => T) => once(compute);

/** A value that is computed when it is first asked for. */
export function lazy<T>(compute: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: compute() };
    return found.value;
  };
}
