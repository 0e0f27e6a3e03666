import { resolve } from 'node:path';
import { nameOfOrigin, type Origins, originOf } from './origins.ts';
import { openSource } from './sources/open.ts';
import { type Source, SourceError } from './sources/source.ts';
import { prefixesOf } from './virtual-path.ts';
import type { SourceOrder } from './worker-model.ts';

/** A source of an import, open. */
export interface Opened extends SourceOrder {
  readonly source: Source;
  /** A digest of where it is. */
  readonly origin: string;
  /** Whether somebody gave it its name. */
  readonly isNamed: boolean;
}

/**
 * Opens sources under names that tell them apart, whatever order they were named in: one that somebody gave (by its
 * path), else the one under which it was imported before, else its own.
 */
export async function openAll(
  paths: readonly string[],
  given: ReadonlyMap<string, string>,
  origins: Origins,
): Promise<Opened[]> {
  const opened: { path: string; source: Source; origin: string }[] = [];
  try {
    for (const path of paths)
      opened.push({ path, source: await openSource(path), origin: originOf(path) });
  } catch (error) {
    closeAll(opened);
    throw error;
  }
  const named = opened.map((one) => {
    const { path, source } = one;
    const isShared = opened.filter((other) => other.source.name === source.name).length > 1;
    const above = resolve(path, '..').split(/[\\/]/).at(-1);
    const own = isShared ? `${above}-${source.name}` : source.name;
    const name = given.get(path) ?? nameOfOrigin(origins, one.origin) ?? own;
    return { ...one, name, isNamed: given.has(path) };
  });
  refuseTwins(named);
  const prefixes = prefixesOf(
    named.map(({ path, name, source }) => ({ path, name, kind: source.kind })),
  );
  return named.map((one, index) => ({ ...one, prefix: prefixes[index] ?? '' }));
}

function refuseTwins(named: readonly { path: string; name: string; source: Source }[]): void {
  const [first, second] = [...Map.groupBy(named, ({ name }) => name).values()].find(
    (all) => all.length > 1,
  ) ?? [null, null];
  if (!first || !second) return;
  closeAll(named);
  throw new SourceError(
    `${first.path} and ${second.path} would both be called ${first.name}. Give one of them another name in a map: "sources: [{ path: ${second.path}, name: other-${first.name} }]".`,
  );
}

/** Closes sources. */
export function closeAll(opened: readonly { readonly source: Source }[]): void {
  for (const { source } of opened) source.close();
}
