import { addressOf } from '../../domain/graph/addresses.ts';
import { type Corpus, type Entry, entriesOf } from '../../domain/graph/corpus.ts';
import { daysBetween } from '../../domain/graph/days.ts';
import { entryAt, rowsAt, textAt } from '../../domain/graph/fields.ts';
import { compareText } from '../../domain/problems/problem.ts';
import type { Handbook } from '../handbook.ts';
import { type ListView, listView, type Row } from './list.ts';
import { overviews } from './overviews.ts';
import { dateValue, linkTo, type Value, words } from './values.ts';
import { nameOf } from './words.ts';

/** Everything that somebody promised after an incident or a drill, or that a waiver puts off. */
export interface ActionsView {
  readonly open: ListView;
  readonly overdue: number;
  readonly done: number;
  readonly owners: readonly {
    readonly name: string;
    /** The list, narrowed to what the person owns. */
    readonly href: string;
    readonly open: number;
    readonly overdue: number;
  }[];
}

/** Something that somebody promised and has not done. */
export interface Action {
  readonly title: string;
  readonly kind: 'Incident' | 'Drill' | 'Waiver';
  /** What it came from: the incident, the drill, or the document that a waiver is for. */
  readonly source: Entry;
  readonly href: string;
  readonly owner: Entry | null;
  readonly due: string | null;
  readonly priority: string | null;
}

type Book = Pick<Handbook, 'corpus' | 'asOf'>;

/** The view of all open actions; the one that is late the longest comes first. */
export function actionsView(book: Book): ActionsView {
  const { open, done } = collect(book);
  const late = (action: Action) => isLate(action, book);
  const owners = Map.groupBy(open, ({ owner }) => (owner === null ? 'Nobody' : nameOf(owner)));
  return {
    open: listView(
      'Open actions',
      'Action',
      ['State', 'Due', 'Owner', 'Priority', 'From', 'Kind'],
      open.map((action) => rowOf(action, book)),
    ),
    overdue: open.filter(late).length,
    done,
    owners: [...owners]
      .map(([name, actions]) => ({
        name,
        href: `${overviews.actions.address}?q=${encodeURIComponent(name)}`,
        open: actions.length,
        overdue: actions.filter(late).length,
      }))
      .sort((a, b) => b.overdue - a.overdue || b.open - a.open || compareText(a.name, b.name)),
  };
}

const byOwner = new WeakMap<Corpus, ReadonlyMap<Entry | null, readonly Action[]>>();

/** The open actions of a person, the oldest date first. */
export function actionsOf(person: Entry, book: Book): readonly Action[] {
  const known = byOwner.get(book.corpus) ?? Map.groupBy(collect(book).open, ({ owner }) => owner);
  byOwner.set(book.corpus, known);
  return known.get(person) ?? [];
}

function collect(book: Book): { open: Action[]; done: number } {
  const found = [...fromPostmortems(book), ...fromDrills(book), ...fromWaivers(book)];
  const open = found.filter(({ closed }) => !closed).map(({ action }) => action);
  open.sort((a, b) => compareText(a.due ?? '9999', b.due ?? '9999') || compareText(a.href, b.href));
  return { open, done: found.length - open.length };
}

interface Found {
  readonly action: Action;
  readonly closed: boolean;
}

const fromPostmortems = ({ corpus }: Book): Found[] =>
  entriesOf(corpus, 'postmortem').flatMap((source) =>
    rowsAt(source.data, 'actions').map((one) => ({
      closed: (textAt(one, 'state') ?? 'open') !== 'open',
      action: {
        title: textAt(one, 'title') ?? 'Without a title',
        kind: 'Incident' as const,
        source,
        href: `${addressOf(source)}#actions`,
        owner: entryAt(one, 'owner', 'people', corpus),
        due: textAt(one, 'due'),
        priority: textAt(one, 'priority'),
      },
    })),
  );

const fromDrills = ({ corpus }: Book): Found[] =>
  entriesOf(corpus, 'drill').flatMap((source) =>
    rowsAt(source.data, 'findings').map((one) => ({
      closed: textAt(one, 'closed_on') !== null,
      action: {
        title: textAt(one, 'what') ?? 'Without a title',
        kind: 'Drill' as const,
        source,
        href: `${addressOf(source)}#_record`,
        owner: entryAt(one, 'owner', 'people', corpus),
        due: textAt(one, 'due'),
        priority: null,
      },
    })),
  );

/** A waiver is an action while it holds: what it lets pass is due when it ends. */
const fromWaivers = ({ corpus, asOf }: Book): Found[] =>
  entriesOf(corpus, 'waiver').flatMap((source) => {
    const due = textAt(source.data, 'expires_on');
    if (due === null || (asOf !== null && due < asOf)) return [];
    const target = corpus.byId.get(textAt(source.data, 'target') ?? '');
    const owner =
      (target && entryAt(target.data, 'owner', 'people', corpus)) ??
      entryAt(source.data, 'signer', 'people', corpus);
    const href = addressOf(source);
    const common = { title: nameOf(source), kind: 'Waiver' as const, href, owner, due };
    return [{ closed: false, action: { ...common, source: target ?? source, priority: null } }];
  });

const isLate = ({ due }: Action, { asOf }: Book): boolean =>
  due !== null && asOf !== null && due < asOf;

function rowOf(action: Action, book: Book): Row {
  return {
    href: action.href,
    title: action.title,
    summary: null,
    cells: [
      stateOf(action, book),
      dateValue(action.due),
      action.owner ? linkTo(action.owner) : words('Nobody'),
      words(action.priority),
      linkTo(action.source),
      words(action.kind),
    ],
  };
}

/** Due within this many days, an action is pointed out. */
const SOON = 14;

function stateOf(action: Action, book: Book): Value {
  const { due } = action;
  if (isLate(action, book)) return { kind: 'status', text: 'overdue', tone: 'bad' };
  if (due === null) return { kind: 'status', text: 'no date', tone: 'attention' };
  return book.asOf !== null && daysBetween(book.asOf, due) <= SOON
    ? { kind: 'status', text: 'due soon', tone: 'attention' }
    : { kind: 'status', text: 'open', tone: 'quiet' };
}
