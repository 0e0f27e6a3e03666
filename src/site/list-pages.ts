import { handbook } from './handbook.ts';
import { digestOf } from './pages-data.ts';
import { settingsOf } from './settings.ts';
import { type LinesView, linesPages } from './views/readiness/lines.ts';

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
