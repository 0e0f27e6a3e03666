import { gzipSync } from 'node:zlib';
import type { Name, Page } from '../../domain/search/model.ts';

/** What the names may weigh on the way to a reader: half of what a query may cost in all. */
const MOST = 170_000;

/** Names of each page that its text holds as well, by how much is left of them, most first. */
const steps: readonly ((names: readonly Name[]) => readonly Name[])[] = [
  (names) => names,
  (names) => limited(names, ['heading'], 4),
  (names) => limited(limited(names, ['heading'], 0), ['error'], 4),
  (names) => limited(limited(names, ['heading', 'error'], 0), ['symptom'], 6),
  (names) => limited(limited(names, ['heading', 'error'], 0), ['symptom'], 2),
];

/** The names as a file that readers can wait for: what stands in the texts as well is left out until it fits. */
export function fitted(pages: readonly Page[], write: (pages: readonly Page[]) => string): string {
  let text = '';
  for (const summaries of [true, false])
    for (const step of steps) {
      text = write(pages.map((page) => reduced(page, step, summaries)));
      if (gzipSync(text, { level: 6 }).length <= MOST) return text;
      if (summaries && pages.length > MANY) break;
    }
  return text;
}

/** Summaries come with the text; so many pages' would be most of the file. */
const MANY = 1_500;

const reduced = (page: Page, step: (typeof steps)[number], summaries: boolean): Page => ({
  ...page,
  summary: summaries ? page.summary : null,
  names: step(page.names),
});

function limited(names: readonly Name[], kinds: readonly Name['kind'][], most: number): Name[] {
  let left = most;
  return names.filter(({ kind }) => {
    if (!kinds.includes(kind)) return true;
    left -= 1;
    return left >= 0;
  });
}
