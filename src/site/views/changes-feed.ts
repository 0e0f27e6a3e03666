import { engagementData } from '../../domain/graph/corpus.ts';
import { textAt } from '../../domain/graph/fields.ts';
import { type Feed, uuidOf } from '../feed/atom.ts';
import type { Handbook } from '../handbook.ts';
import { settingsOf } from '../settings.ts';
import { changesView } from './changes.ts';
import { overviews } from './overviews.ts';

type Book = Pick<Handbook, 'corpus' | 'graph' | 'standard' | 'audience'>;

/** What changed as a feed; with whole addresses where it is known where the site is published. */
export function changesFeed(book: Book, site: string | undefined): Feed {
  const { title } = settingsOf(book);
  const at = (address: string) => (site ? new URL(address, site).href : address);
  const data = engagementData(book.corpus);
  const house = [textAt(data, 'customer.name') ?? title, textAt(data, 'kickoff_on') ?? ''];
  const rows = changesView(book).days.flatMap(({ rows, first }) => [...rows, ...first]);
  const { address } = overviews.changes;
  return {
    id: uuidOf('feed', ...house, book.audience?.name ?? ''),
    title: `${title}: what changed`,
    subtitle: site
      ? 'New, changed and removed documents.'
      : 'New, changed and removed documents. The address of the site was not known when this was built: links begin with a slash and count from here.',
    updated: rows[0]?.at ?? '1970-01-01T00:00:00Z',
    author: title,
    self: at(`${address}feed.xml`),
    page: at(address),
    entries: rows.map((row) => ({
      id: uuidOf('change', ...house, row.key),
      title: `${row.kind}: ${row.title}`,
      updated: row.at,
      link: at(row.href ?? address),
      summary: row.told || `${row.type.label}, ${row.kind.toLowerCase()}.`,
      categories: [row.type.label, ...row.systems.map(({ label }) => label)],
    })),
  };
}
