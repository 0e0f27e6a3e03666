import { addressOf } from '../../../domain/graph/addresses.ts';
import { type Entry, entriesOf, summaryOf } from '../../../domain/graph/corpus.ts';
import {
  entriesAt,
  entryAt,
  numberAt,
  rowsAt,
  textAt,
  textsOf,
} from '../../../domain/graph/fields.ts';
import type { Handbook } from '../../handbook.ts';
import { partsOf } from '../../telephone.ts';
import { isUsed, levelOf, runbooksOf } from '../alerts.ts';
import { ageText } from '../days.ts';
import { lastDrill } from '../forms/drill-facts.ts';
import { phoneIn } from '../forms/phone.ts';
import { drillStateOf } from '../standing.ts';
import { dayOf, levelTone, type Mark, nameOf } from '../words.ts';
import { commonFirst, type Days, daysMet, type Urgency, type Why, whyCommon } from './common.ts';

export type CallBook = Pick<Handbook, 'corpus' | 'graph' | 'standard' | 'asOf'>;

/** One thing that rings or is said, with all that is needed to begin. */
export interface CallRow {
  /** The runbook, or the alert where it has none. */
  readonly href: string;
  readonly title: string;
  /** What it means, in one line. */
  readonly line: string | null;
  readonly severity: Mark | null;
  /** Name of the runbook that the row leads to, where its title is another. */
  readonly runbook: string | null;
  readonly systems: readonly string[];
  readonly call: FirstCall | null;
  readonly drill: Mark | null;
  readonly why: Why | null;
}

/** Who is called first: a number that a thumb hits, else words. */
export interface FirstCall {
  readonly who: string;
  readonly href: string | null;
  readonly text: string;
}

/** A list of the page, and how many it leaves to the list of its type. */
export interface CallList {
  readonly rows: readonly CallRow[];
  readonly left: number;
}

/** Rows of one list: a page has to open on a phone in a cellar. */
const MOST = 60;

/** What rings, what people say, and the runbooks that neither leads to. */
export function callLists(
  book: CallBook,
): Readonly<Record<'alerts' | 'symptoms' | 'others', CallList>> {
  const days = daysMet(book);
  const alerts = entriesOf(book.corpus, 'alert').map((alert) => alertRow(alert, days, book));
  const runbooks = entriesOf(book.corpus, 'runbook').filter(isUsed);
  const said = runbooks.flatMap((runbook) => {
    const row = runbookRow(runbook, days, book);
    return textsOf(runbook.data, 'symptoms').map(
      (title): Ranked => ({
        urgency: { ...row.urgency, title },
        row: { ...row.row, title, line: null, runbook: nameOf(runbook) },
      }),
    );
  });
  const led = new Set([...alerts, ...said].map(({ row }) => row.href));
  const others = runbooks.map((runbook) => runbookRow(runbook, days, book));
  return {
    alerts: cut(alerts),
    symptoms: cut(said),
    others: cut(others.filter(({ row }) => !led.has(row.href))),
  };
}

interface Ranked {
  readonly urgency: Urgency;
  readonly row: CallRow;
}

function cut(rows: readonly Ranked[]): CallList {
  const sorted = rows.toSorted((a, b) => commonFirst(a.urgency, b.urgency));
  return {
    rows: sorted.slice(0, MOST).map(({ row }) => row),
    left: Math.max(0, rows.length - MOST),
  };
}

function alertRow(alert: Entry, days: Days, book: CallBook): Ranked {
  const [runbook] = runbooksOf(alert, book.graph);
  const own = rowOf(alert, days, runbook, book);
  return {
    ...own,
    row: {
      ...own.row,
      href: addressOf(runbook ?? alert),
      line: runbook
        ? summaryOf(runbook)
        : 'No runbook handles it yet: call, and write down what helps.',
      runbook: runbook ? nameOf(runbook) : null,
    },
  };
}

const runbookRow = (runbook: Entry, days: Days, book: CallBook): Ranked =>
  rowOf(runbook, days, runbook, book);

function rowOf(entry: Entry, met: Days, runbook: Entry | undefined, book: CallBook): Ranked {
  const level = Math.min(levelOf(entry), runbook && levelOf(entry) === 9 ? levelOf(runbook) : 9);
  const systems = entriesAt(entry.data, 'systems', 'systems', book.corpus);
  const days = daysOf([entry, ...(runbook ? [runbook] : [])], met);
  const near = daysOf(systems, met);
  const tier = runbook?.data['tier'];
  return {
    urgency: {
      ...{ days, near },
      severity: level,
      tier: typeof tier === 'number' ? tier : 9,
      title: nameOf(entry),
    },
    row: {
      href: addressOf(entry),
      title: nameOf(entry),
      line: summaryOf(entry),
      severity: level === 9 ? null : { text: `Sev ${level}`, tone: levelTone('severity', level) },
      runbook: null,
      systems: systems.map(nameOf),
      call: runbook ? firstCall(runbook, book) : null,
      drill: runbook ? drillAge(runbook, book) : null,
      why: whyCommon(days, near),
    },
  };
}

const daysOf = (entries: readonly Entry[], met: Days): string[] =>
  [...new Set(entries.flatMap((entry) => met.get(entry) ?? []))].sort().reverse();

function firstCall(runbook: Entry, { corpus }: CallBook): FirstCall | null {
  const after = (step: Entry['data']) => numberAt(step, 'minutes') ?? 0;
  const [step] = rowsAt(runbook.data, 'escalation').sort((a, b) => after(a) - after(b));
  const route = step && textAt(step, 'route');
  if (!step || !route) return null;
  const person = entryAt(step, 'person', 'people', corpus);
  const href = phoneIn(route);
  return {
    who: person ? nameOf(person) : (textAt(step, 'role') ?? ''),
    href,
    text: href === null ? route : href.startsWith('tel:') ? numberOf(route, href) : route,
  };
}

/** The number as it is written: the part of the route with those digits. */
const numberOf = (route: string, href: string): string =>
  partsOf(route).find(({ number }) => number)?.text ?? href.slice('tel:'.length);

function drillAge(runbook: Entry, book: CallBook): Mark {
  const found = book.standard && drillStateOf(runbook, book.standard);
  const drill = found?.drill.entry ?? lastDrill({ entry: runbook, ...book });
  const on = drill && textAt(drill.data, 'on');
  if (!drill || on === null) return { text: 'never drilled', tone: 'attention' };
  const said = `last drill ${ageText(on, book.asOf) ?? dayOf(on)}`;
  if (drill.data['result'] === 'fail') return { text: `${said}, failed`, tone: 'bad' };
  if (found && found.failedSince !== null)
    return { text: `${said}, one failed since`, tone: 'bad' };
  return found && found.trouble !== null
    ? { text: `${said}, does not count`, tone: 'attention' }
    : { text: said, tone: 'quiet' };
}
