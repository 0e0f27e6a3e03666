import type { Result } from '../../../domain/search/model.ts';

/**
 * What a list shows after a later answer to the same question. A list that is being held, by a finger or
 * because it has stood long enough to be aimed at, keeps its rows where they are: new ones follow.
 */
export function settled(
  shown: readonly Result[],
  next: readonly Result[],
  held: boolean,
): readonly Result[] {
  if (!held || shown.length === 0) return next;
  const fresh = new Map(next.map((result) => [result.page.address, result]));
  const kept = shown.map((old) => fresh.get(old.page.address) ?? old);
  const known = new Set(kept.map(({ page }) => page.address));
  return [...kept, ...next.filter(({ page }) => !known.has(page.address))];
}
