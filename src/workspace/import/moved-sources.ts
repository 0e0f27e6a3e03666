import type { Known } from './ledger.ts';

/** A document of a source, as far as it tells whether it was imported before under another name. */
interface Found {
  readonly from: string;
  readonly digest: string;
}

/** What is known of documents that were imported before, under the names that they have in the sources now. */
export interface Followed {
  readonly ledger: ReadonlyMap<string, Known>;
  /** Names of sources that have another one now: what is gone of them is told. */
  readonly renamed: readonly string[];
}

/**
 * Follows documents that were moved in a source, with every byte the same, and sources that were named anew: an
 * export by the time it was made, a folder at least half of which is the same.
 */
export function followMoves(
  ledger: ReadonlyMap<string, Known>,
  sources: readonly string[],
  noticed: readonly Found[],
): Followed {
  const renamed = renamedSources(ledger, sources, noticed);
  const there = new Set(noticed.map(({ from }) => from));
  const fresh = new Map(
    noticed.flatMap((one) =>
      (ledger.get(one.from)?.path ?? null) === null ? [[one.from, one]] : [],
    ),
  );
  const byDigest = Map.groupBy(fresh.values(), ({ digest }) => digest);
  const result = new Map(ledger);
  for (const [from, known] of ledger) {
    if (there.has(from)) continue;
    const source = sourceOf(from);
    const now = renamed.get(source) ?? (sources.includes(source) ? source : null);
    if (now === null) continue;
    const same = fresh.get(now + from.slice(source.length));
    const alike = (byDigest.get(known.digest ?? '') ?? []).filter((one) => fresh.has(one.from));
    const [only, second] = alike.filter((one) => sourceOf(one.from) === now);
    const to = now === source ? undefined : same;
    const target = to ?? (known.path !== null && second === undefined ? only : undefined);
    if (target === undefined) continue;
    fresh.delete(target.from);
    const kept = ledger.get(target.from)?.base ?? null;
    result.delete(from);
    result.set(target.from, { ...known, moved: { from, kept } });
  }
  return { ledger: result, renamed: [...renamed.keys()] };
}

const sourceOf = (from: string): string => from.slice(0, from.indexOf('/'));

/** The name now by the name before, of sources that are not named in this run. */
function renamedSources(
  ledger: ReadonlyMap<string, Known>,
  sources: readonly string[],
  noticed: readonly Found[],
): ReadonlyMap<string, string> {
  const before = Map.groupBy(ledger, ([from]) => sourceOf(from));
  const found = new Map<string, string>();
  for (const [name, documents] of before) {
    if (sources.includes(name)) continue;
    const now = sources.find((one) => {
      if (isTimed(name, one) && undated(name) === undated(one)) return true;
      const same = documents.filter(([from, known]) =>
        known.path === null
          ? // It was followed by an earlier import, which left others that somebody has to decide about.
            (ledger.get(one + from.slice(name.length))?.path ?? null) !== null
          : !before.has(one) && isThere(one, known.digest, noticed),
      );
      return same.length >= 2 && same.length * 2 >= documents.length;
    });
    if (now !== undefined) found.set(name, now);
  }
  return found;
}

const isThere = (source: string, digest: string | null, noticed: readonly Found[]): boolean =>
  noticed.some((one) => one.digest === digest && sourceOf(one.from) === source);

const isTimed = (...names: readonly string[]): boolean =>
  names.some((name) => undated(name) !== name) && names.every((name) => undated(name) !== '');

/** The name of an export without the time, number or id that each one is given anew. */
const undated = (name: string): string =>
  name
    .replaceAll(/[-_. ]?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '')
    .replaceAll(/[-_. ]?\d{4}-\d{2}-\d{2}(?:[-_T ]\d{2}[-_:]?\d{2}(?:[-_:]?\d{2})?)?/g, '')
    .replaceAll(/[-_. ]\d{6,}(?:[-_]\d{4,})*/g, '')
    .replaceAll(/ ?\(\d{1,3}\)/g, '');
