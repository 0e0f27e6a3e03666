import { addressOf } from '../../domain/graph/addresses.ts';
import { type Entry, entriesOf, summaryOf } from '../../domain/graph/corpus.ts';
import { blockOf, entryAt, textAt } from '../../domain/graph/fields.ts';
import { type Gate, gatesOf } from '../../domain/graph/gates.ts';
import { compareText } from '../../domain/problems/problem.ts';
import type { Handbook } from '../handbook.ts';
import { evaluations, type Files, gateMark } from './evaluations.ts';
import { inPages } from './pages.ts';
import { exitPlanOf } from './ramp.ts';
import { dayOf, type Mark, marksOf, monthOf, nameOf, toneOf } from './words.ts';

/** A page of what happened and what is planned, the newest first. */
export interface TimelineView {
  /** From 1; all is on one where it fits. */
  readonly page: number;
  readonly pages: number;
  /** The days that the page covers; null where there is one page. */
  readonly span: string | null;
  /** On the page where what is planned ends. */
  readonly today: { readonly iso: string; readonly text: string } | null;
  readonly kinds: readonly {
    readonly kind: Kind;
    readonly label: string;
    readonly count: number;
  }[];
  /** After today, the farthest first. */
  readonly ahead: readonly Happening[];
  readonly months: readonly { readonly name: string; readonly happenings: readonly Happening[] }[];
}

export type Kind = 'gate' | 'decision' | 'incident' | 'evaluation' | 'memo' | 'drill';

export interface Happening {
  readonly kind: Kind;
  readonly label: string;
  readonly iso: string;
  readonly day: string;
  readonly title: string;
  readonly href: string;
  readonly note: string | null;
  readonly mark: Mark | null;
}

const labels: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  gate: ['Gate', 'Gates'],
  decision: ['Decision', 'Decisions'],
  incident: ['Incident', 'Incidents'],
  evaluation: ['Evaluation', 'Evaluations'],
  memo: ['Memo', 'Memos'],
  drill: ['Drill', 'Drills'],
};

type Book = Pick<Handbook, 'corpus' | 'asOf'> & Files;

/** The pages of the timeline as seen on the handbook's own day. */
export function timelinePages(book: Book): TimelineView[] {
  const all = [
    ...gates(book),
    ...decisions(book),
    ...incidents(book),
    ...dated(book, 'eval-report', 'evaluation', 'run_on', evaluationMarks(book)),
    ...memos(book),
    ...dated(book, 'drill', 'drill', 'on'),
  ].sort((a, b) => compareText(b.iso, a.iso) || compareText(a.href, b.href));
  const pages = inPages(all);
  const { asOf } = book;
  const reached = pages.findIndex((some) => some.some((one) => !isAhead(one, asOf)));
  return pages.map((some, at) => ({
    page: at + 1,
    pages: pages.length,
    span: pages.length > 1 ? `${some[0]?.day} to ${some.at(-1)?.day}` : null,
    today:
      asOf !== null && at === (reached < 0 ? pages.length - 1 : reached)
        ? { iso: asOf, text: dayOf(asOf) }
        : null,
    ...shown(some, asOf),
  }));
}

const isAhead = ({ iso }: Happening, asOf: string | null): boolean =>
  asOf !== null && iso.slice(0, 10) > asOf;

type Shown = Pick<TimelineView, 'kinds' | 'ahead' | 'months'>;

function shown(happenings: readonly Happening[], asOf: string | null): Shown {
  const past = happenings.filter((one) => !isAhead(one, asOf));
  const months = Map.groupBy(past, ({ iso }) => monthOf(iso));
  return {
    kinds: Object.entries(labels)
      .map(([kind, [, label]]) => ({
        kind: kind as Kind,
        label,
        count: happenings.filter((one) => one.kind === kind).length,
      }))
      .filter(({ count }) => count > 0),
    ahead: happenings.filter((one) => isAhead(one, asOf)),
    months: [...months].map(([name, some]) => ({ name, happenings: some })),
  };
}

type Told = Omit<Happening, 'kind' | 'label' | 'day'>;

const happening = (kind: Kind, told: Told): Happening => ({
  kind,
  label: labels[kind][0],
  day: dayOf(told.iso),
  ...told,
});

const gates = ({ corpus, asOf }: Book): Happening[] =>
  gatesOf(corpus).map((gate) =>
    happening('gate', {
      iso: gate.on,
      title: gate.title,
      href: gate.signOff ? addressOf(gate.signOff) : planAddress(corpus),
      note: null,
      mark: signature(gate, asOf),
    }),
  );

/** What a gate that is not signed asks for stands in the exit plan. */
function planAddress(corpus: Book['corpus']): string {
  const plan = exitPlanOf(corpus);
  return plan ? addressOf(plan) : '/engagement/';
}

function signature({ on, signOff }: Gate, asOf: string | null): Mark | null {
  const signedOn = signOff && textAt(signOff.data, 'signed_on');
  if (signedOn) return { text: `signed ${dayOf(signedOn)}`, tone: 'good' };
  return asOf !== null && on < asOf ? { text: 'not signed', tone: 'attention' } : null;
}

const decisions = (book: Book): Happening[] => dated(book, 'adr', 'decision', 'date');

/** One line for an incident: its postmortem where there is one, else its record. */
function incidents({ corpus }: Book): Happening[] {
  const postmortems = entriesOf(corpus, 'postmortem');
  const told = new Set(
    postmortems.map(({ data }) => entryAt(data, 'incident_id', 'incidents', corpus)),
  );
  return [...postmortems, ...entriesOf(corpus, 'incident').filter((one) => !told.has(one))].flatMap(
    (entry) => {
      const iso = textAt(entry.data, 'started_at');
      if (iso === null) return [];
      const mark = marksOf(entry)[0] ?? null;
      const note = entry.type.name === 'postmortem' ? summaryOf(entry) : 'No postmortem';
      return [
        happening('incident', { iso, title: nameOf(entry), href: addressOf(entry), note, mark }),
      ];
    },
  );
}

/** A memo stands on the day of its decision; one that waits, on the day by which it needs one. */
const memos = ({ corpus }: Book): Happening[] =>
  entriesOf(corpus, 'founder-memo').flatMap((memo) => {
    const outcome = blockOf(memo.data, 'outcome');
    const decided = textAt(outcome, 'decided_on');
    const iso = decided ?? textAt(memo.data, 'decision_needed_by') ?? textAt(memo.data, 'created');
    if (iso === null) return [];
    const choice = textAt(outcome, 'choice');
    return [
      happening('memo', {
        iso,
        title: nameOf(memo),
        href: addressOf(memo),
        note: choice === null ? summaryOf(memo) : `Decided: ${choice}`,
        mark: decided === null ? { text: 'waits for a decision', tone: 'attention' } : null,
      }),
    ];
  });

const dated = (
  { corpus }: Book,
  type: string,
  kind: Kind,
  field: string,
  marks?: ReadonlyMap<Entry, Mark | null>,
): Happening[] =>
  entriesOf(corpus, type).flatMap((entry) => {
    const iso = textAt(entry.data, field);
    if (iso === null) return [];
    return [
      happening(kind, {
        iso,
        title: nameOf(entry),
        href: addressOf(entry),
        note: summaryOf(entry),
        mark: marks ? (marks.get(entry) ?? null) : resultOf(entry),
      }),
    ];
  });

const evaluationMarks = (book: Book): ReadonlyMap<Entry, Mark | null> =>
  new Map(evaluations(book).map((run) => [run.entry, gateMark(run)]));

/** How a drill ended, or how a decision stands; a life cycle of a page says nothing here. */
function resultOf(entry: Entry): Mark | null {
  const { data, type } = entry;
  const word = textAt(data, 'result') ?? (type.name === 'adr' ? textAt(data, 'status') : null);
  return word === null ? null : { text: word, tone: toneOf(word) };
}
