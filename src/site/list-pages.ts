import { fileText } from './assets.ts';
import { handbook } from './handbook.ts';
import { digestOf } from './pages-data.ts';
import { settingsOf } from './settings.ts';
import { type MapView, mapPages } from './views/map/map.ts';
import { type LinesView, linesPages } from './views/readiness/lines.ts';
import { type TimelineView, timelinePages } from './views/timeline.ts';

interface LinesPath {
  readonly params: { readonly list: string; readonly page: string };
  readonly props: { readonly view: LinesView };
  readonly cacheKey: string;
}

/** The pages of findings that the board leaves out, each with the digest of what it shows. */
export function linesPaths(): LinesPath[] {
  const book = handbook();
  if (book.readiness === null) return [];
  return linesPages(book.readiness, book).map((view) => ({
    params: { list: view.list.split('/')[2] ?? '', page: String(view.page) },
    props: { view },
    cacheKey: digestOf(view, settingsOf(book)),
  }));
}

/** The pages of the timeline; the first is the overview itself. */
export function timelineViews(): TimelineView[] {
  const book = handbook();
  return timelinePages({ ...book, fileText: (path) => fileText(book, path) });
}

/** The pages of the system map; the first is the overview itself, with the drawing. */
export const mapViews = (): MapView[] => mapPages(handbook());

/** What follows an overview of more than one page, at `/timeline/_2/`. */
export function laterPaths<View extends { readonly page: number }>(views: readonly View[]) {
  const settings = settingsOf(handbook());
  return views.slice(1).map((view) => ({
    params: { number: `_${view.page}` },
    props: { view },
    cacheKey: digestOf(view, settings),
  }));
}
