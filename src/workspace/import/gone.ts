import type { Known } from './ledger.ts';

/** Documents that came from these sources and are no longer in them. */
export function goneFrom(
  ledger: ReadonlyMap<string, Known>,
  sources: readonly string[],
  read: readonly { readonly from: string }[],
): { readonly from: string; readonly path: string }[] {
  const there = new Set(read.map(({ from }) => from));
  return [...ledger].flatMap(([from, { path }]) =>
    path !== null && !there.has(from) && sources.some((name) => from.startsWith(`${name}/`))
      ? [{ from, path }]
      : [],
  );
}
