/** What a browser remembers of a visit to the list of changes. */
export interface Visit {
  /** When it was, ISO. */
  readonly at: string;
  /** The earliest day that the list went back to; what is older was there, though nobody saw it. */
  readonly from: string;
  /** The changes that were listed. */
  readonly keys: readonly string[];
}

/** A change of the list. */
export interface Listed {
  readonly key: string;
  readonly day: string;
}

/** The changes that are new to somebody who chose a day, or else was here before; none on a first visit. */
export function freshOf<One extends Listed>(
  all: readonly One[],
  since: string,
  last: Visit | null,
): ReadonlySet<One> {
  if (since !== '') return new Set(all.filter(({ day }) => day >= since));
  if (last === null) return new Set();
  // Not by the day: a branch that is merged today brings the days on which it was written.
  const seen = new Set(last.keys);
  return new Set(all.filter(({ key, day }) => !seen.has(key) && day >= last.from));
}

/** Reads what was kept of a visit; null for what is none. */
export function visitFrom(text: string | null): Visit | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { at, from, keys } = value as Partial<Record<keyof Visit, unknown>>;
    const isVisit =
      typeof at === 'string' &&
      !Number.isNaN(Date.parse(at)) &&
      typeof from === 'string' &&
      Array.isArray(keys);
    return isVisit ? { at, from, keys: keys.filter((key) => typeof key === 'string') } : null;
  } catch {
    return null;
  }
}
