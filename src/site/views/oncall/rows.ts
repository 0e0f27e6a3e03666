import { addressOf } from '../../../domain/graph/addresses.ts';
import { type Entry, entriesOf, summaryOf } from '../../../domain/graph/corpus.ts';
import { entriesAt, textsOf } from '../../../domain/graph/fields.ts';
import type { Handbook } from '../../handbook.ts';
import { firstCall, isUsed, levelOf, runbooksOf } from '../alerts.ts';
import { drillMark } from '../freshness.ts';
import { linkTo, type Value } from '../values.ts';
import { levelTone, type Mark, nameOf } from '../words.ts';
import { commonFirst, type Days, daysMet, type Urgency, whyCommon } from './common.ts';

export type CallBook = Pick<Handbook, 'corpus' | 'graph' | 'standard' | 'asOf'>;

/** One thing that rings or is said, with all that is needed to begin. */
export interface CallRow {
  /** The runbook, or the alert where it has none. */
  readonly href: string;
  readonly title: string;
  /** What it means, in one line. */
  readonly line: string | null;
  readonly severity: Mark | null;
  /** Where the title is not its own. */
  readonly runbook: Value | null;
  readonly systems: readonly string[];
  readonly call: Value | null;
  readonly drill: Mark | null;
  readonly why: string | null;
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
        row: { ...row.row, title, line: null, runbook: linkTo(runbook) },
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
  const own = rowOf(
    alert,
    [...(days.get(alert) ?? []), ...(runbook ? (days.get(runbook) ?? []) : [])],
    runbook,
    book,
  );
  return {
    ...own,
    row: {
      ...own.row,
      href: addressOf(runbook ?? alert),
      line: runbook
        ? summaryOf(runbook)
        : 'No runbook handles it yet: call, and write down what helps.',
      runbook: runbook ? linkTo(runbook) : null,
    },
  };
}

const runbookRow = (runbook: Entry, days: Days, book: CallBook): Ranked =>
  rowOf(runbook, days.get(runbook) ?? [], runbook, book);

function rowOf(
  entry: Entry,
  met: readonly string[],
  runbook: Entry | undefined,
  book: CallBook,
): Ranked {
  const level = Math.min(levelOf(entry), runbook && levelOf(entry) === 9 ? levelOf(runbook) : 9);
  const days = [...new Set(met)].sort().reverse();
  const tier = runbook?.data['tier'];
  return {
    urgency: {
      days,
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
      systems: entriesAt(entry.data, 'systems', 'systems', book.corpus).map(nameOf),
      call: runbook ? firstCall(runbook, book.corpus) : null,
      drill: runbook ? drillMark(runbook, book) : null,
      why: whyCommon(days),
    },
  };
}
