import { addressOf } from '../../domain/graph/addresses.ts';
import { type Corpus, type Entry, entriesOf } from '../../domain/graph/corpus.ts';
import { daysBetween } from '../../domain/graph/days.ts';
import { blockOf, entryAt, rowsAt, textAt, textsOf } from '../../domain/graph/fields.ts';
import type { Handbook } from '../handbook.ts';
import { directionWords, kindWords } from './map/integration-words.ts';
import { dateValue, linkTo, listOf, type Value, words } from './values.ts';
import { dayOf, nameOf } from './words.ts';

/** All integrations in one table, one column each. */
export interface SideBySideView {
  readonly columns: readonly {
    readonly href: string;
    readonly title: string;
    /** What it is called where there is little room. */
    readonly short: string;
  }[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly (Value | null)[] }[];
}

type Book = Pick<Handbook, 'corpus' | 'asOf'>;
type Cell = (integration: Entry, book: Book) => Value | null;

/** The view of all integrations that are in use or being built. */
export function sideBySideView(book: Book): SideBySideView {
  const entries = entriesOf(book.corpus, 'integration').filter(
    ({ data }) => data['status'] !== 'retired',
  );
  return {
    columns: entries.map((entry) => ({
      href: addressOf(entry),
      title: nameOf(entry),
      short: textAt(entry.data, 'product') ?? nameOf(entry),
    })),
    rows: Object.entries(cells)
      .map(([label, cell]) => ({ label, cells: entries.map((entry) => cell(entry, book)) }))
      .filter((row) => row.cells.some((cell) => cell !== null)),
  };
}

const cells: Readonly<Record<string, Cell>> = {
  Product: ({ data }) => words(textAt(data, 'product')),
  Version: ({ data }) => words(textAt(data, 'product_version')),
  Tenant: ({ data }) => words(textAt(data, 'tenant')),
  Counterparty: person('counterparty', 'vendors'),
  Kind: ({ data }) => words(kindWords(data['kind']) || null),
  Direction: ({ data }) => words(directionWords(data['direction']) || null),
  Carries: ({ data }) => listOf(textsOf(data, 'payloads').map((text) => words(text))),
  'Signs in with': ({ data }) => words(textAt(blockOf(data, 'auth'), 'flow')),
  'Key held by': ({ data }, { corpus }) =>
    linkOf(entryAt(blockOf(data, 'auth'), 'key_custody', 'people', corpus)),
  'Key to be replaced by': ({ data }, { asOf }) =>
    rotation(textAt(blockOf(data, 'auth'), 'rotates_on'), asOf),
  'Published limit': ({ data }) => words(textAt(blockOf(data, 'limits'), 'published')),
  'Limit that we met': ({ data }) => words(textAt(blockOf(data, 'limits'), 'observed')),
  'What we write': ({ data }, { corpus }) => writes(data, corpus),
  'Newest quirk': ({ data }) => newestQuirk(data),
  'When the other side is down': (entry) => section(entry, 'Counterparty down'),
  Support: ({ data }) => words(textAt(blockOf(data, 'support'), 'route')),
  'Support account held by': ({ data }, { corpus }) =>
    linkOf(entryAt(blockOf(data, 'support'), 'account_owner', 'people', corpus)),
  Owner: person('owner', 'people'),
  'Backup owner': person('backup_owner', 'people'),
};

function person(field: string, folder: string): Cell {
  return ({ data }, { corpus }) => linkOf(entryAt(data, field, folder, corpus));
}

const linkOf = (entry: Entry | null): Value | null => (entry === null ? null : linkTo(entry));

/** Days before its end at which a key is pointed out. */
const SOON = 60;

function rotation(on: string | null, asOf: string | null): Value | null {
  if (on === null || asOf === null) return dateValue(on);
  const left = daysBetween(asOf, on);
  if (left < 0) return { kind: 'status', text: `${dayOf(on)}, overdue`, tone: 'bad' };
  return left <= SOON
    ? { kind: 'status', text: `${dayOf(on)}, in ${left} days`, tone: 'attention' }
    : dateValue(on);
}

/** Each write with what makes it harmless to repeat, and the runbook that compares both sides. */
function writes(data: Entry['data'], corpus: Corpus): Value | null {
  const paths = rowsAt(data, 'write_paths');
  if (paths.length === 0) return words('Nothing');
  return listOf(
    paths.flatMap((path) => {
      const key = textAt(path, 'idempotency_key');
      const operation = textAt(path, 'operation') ?? 'a write';
      return [
        words(key === null ? `${operation}, no idempotency key` : `${operation}, by ${key}`),
        linkOf(entryAt(path, 'reconcile_runbook', 'runbooks', corpus)),
      ];
    }),
  );
}

function newestQuirk(data: Entry['data']): Value | null {
  const quirks = rowsAt(data, 'quirks');
  const [newest] = quirks.sort((a, b) =>
    String(b['seen_on'] ?? '') < String(a['seen_on'] ?? '') ? -1 : 1,
  );
  if (!newest) return null;
  const seen = textAt(newest, 'seen_on');
  return words(`${seen ? `${dayOf(seen)}: ` : ''}${textAt(newest, 'what') ?? ''}`);
}

/** A link to the section of a page that has that heading. */
function section(entry: Entry, title: string): Value | null {
  const heading = entry.outline?.headings.find(({ text }) => text === title);
  return heading
    ? { kind: 'link', href: `${addressOf(entry)}#${heading.slug}`, text: 'What staff do' }
    : null;
}
