import { addressOf } from '../../domain/graph/addresses.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import { blockOf, textAt, textsOf } from '../../domain/graph/fields.ts';
import type { Handbook } from '../handbook.ts';
import { actionsView } from './actions.ts';
import type { ByType } from './navigation.ts';
import { overviews } from './overviews.ts';
import { exitPlanOf } from './ramp.ts';
import { dayOf, type Mark, marksOf, nameOf } from './words.ts';

/** A way into the handbook for one sort of reader: what they need first. */
export interface ReaderDoor {
  readonly id: string;
  readonly title: string;
  readonly items: readonly DoorItem[];
}

interface DoorItem {
  readonly href: string;
  readonly text: string;
  readonly note: string | null;
  readonly mark: Mark | null;
}

interface Book extends Pick<Handbook, 'corpus' | 'graph' | 'asOf'> {
  readonly byType: ByType;
}

/** The doors of all readers; whoever is on call comes first. */
export const readerDoors = (book: Book): ReaderDoor[] => [
  { id: 'on-call', title: 'On call', items: onCall(book) },
  { id: 'new-here', title: 'New here', items: newHere(book) },
  { id: 'building', title: 'Building', items: building(book) },
  { id: 'leading', title: 'Leading', items: leading(book) },
  { id: 'auditing', title: 'Auditing', items: auditing(book) },
];

/** Runbooks behind the door of those on call; more are looked for in their list. */
const RUNBOOKS = 6;

function onCall({ byType, graph }: Book): DoorItem[] {
  const runbooks = of(byType, 'runbook').filter(({ data }) => data['status'] !== 'retired');
  const uses = new Map(runbooks.map((entry) => [entry, usesOf(entry, graph)]));
  const mostUsed = (a: Entry, b: Entry) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0);
  const urgent = runbooks.toSorted((a, b) => bySeverity(a, b) || mostUsed(a, b));
  const symptoms = runbooks.flatMap(({ data }) => textsOf(data, 'symptoms')).length;
  return [
    item(overviews.oncall.address, 'An alert rings', count(byType, 'alert', 'alert', 'alerts')),
    item(
      symptoms > 0 ? `${overviews.oncall.address}#said` : overviews.oncall.address,
      'Somebody reports a symptom',
      number(symptoms, 'symptom', 'symptoms'),
    ),
    ...urgent.slice(0, RUNBOOKS).map(runbookItem),
    ...(runbooks.length > RUNBOOKS
      ? [item('/runbooks/', 'All runbooks', number(runbooks.length, 'runbook', 'runbooks'))]
      : []),
    ...(runbooks.length === 0 ? [item('/runbooks/', 'Runbooks', 'none yet')] : []),
  ];
}

const severityOf = ({ data }: Entry): number =>
  typeof data['severity'] === 'number' ? data['severity'] : 9;

const bySeverity = (a: Entry, b: Entry): number =>
  severityOf(a) - severityOf(b) || tierOf(a) - tierOf(b);

/** How many incidents a runbook was used in, by their postmortems. */
const usesOf = (runbook: Entry, graph: Book['graph']): number =>
  graph.incoming(runbook).filter(({ from, relation }) => {
    return from.type.name === 'postmortem' && relation.field[0] === 'runbooks_used';
  }).length;

const tierOf = ({ data }: Entry): number => (typeof data['tier'] === 'number' ? data['tier'] : 9);

function runbookItem(entry: Entry): DoorItem {
  const mark = marksOf(entry).find(({ text }) => text.startsWith('Severity'));
  const short = mark ? { ...mark, text: mark.text.replace(/:.*/, '') } : null;
  return { href: addressOf(entry), text: nameOf(entry), note: null, mark: short };
}

/** Onboarding paths that are named one by one. */
const PATHS = 2;

function newHere({ byType }: Book): DoorItem[] {
  const paths = of(byType, 'onboarding-path').filter(isCurrent);
  const read = newest(of(byType, 'architecture-read'), 'created');
  return [
    ...(paths.length > 0 && paths.length <= PATHS
      ? paths.map((path) => link(path, hours(path.data['est_hours'])))
      : [item('/onboarding/', 'Onboarding paths', number(paths.length, 'role', 'roles'))]),
    item(overviews.map.address, overviews.map.title, count(byType, 'system', 'system', 'systems')),
    item('/glossary/', 'Glossary', count(byType, 'glossary', 'word', 'words')),
    ...(of(byType, 'page').length > 0
      ? [item('/pages/', 'Pages', count(byType, 'page', 'page', 'pages'))]
      : []),
    read ? link(read, null) : item('/architecture-reads/', 'Architecture read', 'none yet'),
  ];
}

const hours = (value: unknown): string | null =>
  typeof value === 'number' ? number(value, 'hour', 'hours') : null;

function building({ byType }: Book): DoorItem[] {
  const inForce = of(byType, 'adr').filter(({ data }) => data['status'] === 'accepted').length;
  return [
    item('/systems/', 'Systems', count(byType, 'system', 'system', 'systems')),
    item('/adrs/?status=accepted', 'Decisions in force', number(inForce, 'decision', 'decisions')),
    item(
      overviews.sideBySide.address,
      'Integrations side by side',
      count(byType, 'integration', 'integration', 'integrations'),
    ),
    item(overviews.map.address, overviews.map.title, null),
    item('/guide/', 'How to write a document', null),
  ];
}

function leading(book: Book): DoorItem[] {
  const { byType } = book;
  const waiting = waitingMemos(byType);
  const summary = newest(
    of(byType, 'weekly-summary').filter(({ data }) => textAt(blockOf(data, 'signed'), 'on')),
    'iso_week',
  );
  const { open, overdue } = actionsView(book);
  const plan = exitPlanOf(book.corpus);
  const late = { text: `${overdue} overdue`, tone: 'bad' } as const;
  return [
    item(overviews.readiness.address, overviews.readiness.title, null),
    ...waiting.slice(0, 1).map((memo) => ({ ...link(memo, null), mark: deadline(memo) })),
    ...(waiting.length === 0 ? [item('/memos/', 'Memos', 'none waits for a decision')] : []),
    summary
      ? link(summary, 'signed')
      : item('/weekly-summaries/', 'Weekly summaries', 'none signed yet'),
    plan ? link(plan, null) : item('/exit-plans/', 'Exit plan', 'none yet'),
    {
      ...item(overviews.actions.address, overviews.actions.title, `${open.rows.length} open`),
      mark: overdue > 0 ? late : null,
    },
    item(overviews.timeline.address, overviews.timeline.title, null),
    item(overviews.successor.address, overviews.successor.title, null),
  ];
}

/** Whether a note says that there is nothing behind its door. */
export const isEmptyNote = (note: string | null): boolean => /^(none|0) /.test(note ?? '');

/** Memos that nobody has decided yet, the most urgent first. */
export const waitingMemos = (byType: ByType): Entry[] =>
  of(byType, 'founder-memo')
    .filter((memo) => isCurrent(memo) && textAt(blockOf(memo.data, 'outcome'), 'choice') === null)
    .sort((a, b) => (needed(a) < needed(b) ? -1 : 1));

const needed = ({ data }: Entry): string => textAt(data, 'decision_needed_by') ?? '9999';

const deadline = (memo: Entry): Mark => ({
  text: needed(memo) === '9999' ? 'to decide' : `decide by ${dayOf(needed(memo))}`,
  tone: 'attention',
});

const auditing = ({ byType }: Book): DoorItem[] => [
  item(overviews.standard.address, overviews.standard.title, null),
  item('/controls/', 'Controls', count(byType, 'control', 'control', 'controls')),
  item('/evidence/', 'Evidence', count(byType, 'evidence', 'piece', 'pieces')),
  item('/data-flows/', 'Data flows', count(byType, 'data-flow', 'flow', 'flows')),
  item('/baas/', 'BAAs', count(byType, 'baa', 'agreement', 'agreements')),
  item(overviews.acceptance.address, overviews.acceptance.title, null),
  item('/sign-offs/', 'Sign-offs', count(byType, 'sign-off', 'signature', 'signatures')),
];

const of = (byType: ByType, type: string): readonly Entry[] => byType.get(type) ?? [];

const isCurrent = ({ data }: Entry): boolean => data['status'] !== 'retired';

const newest = (entries: readonly Entry[], field: string): Entry | undefined =>
  [...entries].sort((a, b) =>
    (textAt(b.data, field) ?? '') < (textAt(a.data, field) ?? '') ? -1 : 1,
  )[0];

const item = (href: string, text: string, note: string | null): DoorItem => ({
  href,
  text,
  note,
  mark: null,
});

const link = (entry: Entry, note: string | null): DoorItem =>
  item(addressOf(entry), nameOf(entry), note);

const count = (byType: ByType, type: string, one: string, many: string): string =>
  number(of(byType, type).length, one, many);

const number = (value: number, one: string, many: string): string =>
  value === 0 ? 'none yet' : `${value} ${value === 1 ? one : many}`;
