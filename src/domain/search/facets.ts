import { type Answer, type FacetName, type Filters, facetNames, type Page } from './model.ts';

/** Whether a page has one of the wanted values of each facet, but for the one that is left out. */
export const passes = (page: Page, filters: Filters, except: FacetName | null = null): boolean =>
  facetNames.every((name) => {
    const wanted = filters[name];
    return (
      name === except ||
      wanted === undefined ||
      wanted.length === 0 ||
      wanted.some((value) => page.facets[name]?.includes(value))
    );
  });

/** How many of the pages have each value, most first; a facet's own filter does not count against its other values. */
export function facetCounts(pages: readonly Page[], filters: Filters): Answer['facets'] {
  return Object.fromEntries(
    facetNames.map((name) => {
      const counts = new Map<string, number>();
      for (const page of pages)
        if (passes(page, filters, name))
          for (const value of page.facets[name] ?? [])
            counts.set(value, (counts.get(value) ?? 0) + 1);
      const rows = [...counts].map(([value, count]) => ({ value, count }));
      return [
        name,
        rows.sort((a, b) =>
          name === 'date'
            ? a.value < b.value
              ? 1
              : -1
            : b.count - a.count || (a.value < b.value ? -1 : 1),
        ),
      ];
    }),
  ) as unknown as Answer['facets'];
}
