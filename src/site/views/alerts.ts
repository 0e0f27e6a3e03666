import { addressOf } from '../../domain/graph/addresses.ts';
import { type Corpus, type Entry, summaryOf } from '../../domain/graph/corpus.ts';
import { entriesAt, entryAt, rowsAt, textAt, textsOf } from '../../domain/graph/fields.ts';
import type { Handbook } from '../handbook.ts';
import { routeValue } from './forms/phone.ts';
import { run } from './forms/read.ts';
import { type ListView, listView, type Row } from './list.ts';
import { linkTo, listOf, type Value, words } from './values.ts';
import { levelTone, nameOf, severityWords } from './words.ts';

type Book = Pick<Handbook, 'corpus' | 'graph'>;

/** All alerts as somebody on call needs them: how bad, what it means, where to go, whom to call. */
export const alertList = (alerts: readonly Entry[], book: Book): ListView =>
  listView(
    'Alerts',
    'Alert',
    ['Severity', 'Systems', 'Runbook', 'First call'],
    [...alerts].sort(bySeverity).map((alert) => alertRow(alert, book)),
  );

function alertRow(alert: Entry, { corpus, graph }: Book): Row {
  const runbooks = runbooksOf(alert, graph);
  const [runbook] = runbooks;
  return {
    href: addressOf(alert),
    title: nameOf(alert),
    summary: runbook ? summaryOf(runbook) : null,
    cells: [
      severityOf(alert) ?? (runbook ? severityOf(runbook) : null),
      listOf(entriesAt(alert.data, 'systems', 'systems', corpus).map(linkTo)),
      runbooks.length > 0
        ? listOf(runbooks.map(linkTo))
        : { kind: 'status', text: 'No runbook', tone: 'attention' },
      runbook ? firstCall(runbook, corpus) : null,
    ],
  };
}

/** Symptoms in the words of those who report them, each with its runbook. */
export function symptomList(
  runbooks: readonly Entry[],
  { corpus }: Pick<Handbook, 'corpus'>,
): ListView & { id: string } {
  const rows = runbooks
    .filter(isUsed)
    .sort(bySeverity)
    .flatMap((runbook) =>
      textsOf(runbook.data, 'symptoms').map((symptom) => ({
        href: addressOf(runbook),
        title: symptom,
        summary: null,
        cells: [
          linkTo(runbook),
          severityOf(runbook),
          listOf(entriesAt(runbook.data, 'systems', 'systems', corpus).map(linkTo)),
          firstCall(runbook, corpus),
        ],
      })),
    );
  return {
    id: 'symptoms',
    ...listView(
      'Symptoms',
      'Somebody says',
      ['Runbook', 'Severity', 'Systems', 'First call'],
      rows,
    ),
  };
}

/** The runbooks in use that an alert leads to. */
export const runbooksOf = (alert: Entry, graph: Book['graph']): Entry[] =>
  graph
    .incoming(alert)
    .filter(({ from, relation }) => from.type.name === 'runbook' && relation.field[0] === 'alerts')
    .map(({ from }) => from)
    .filter(isUsed);

/** Whether a document is not retired. */
export const isUsed = ({ data }: Entry): boolean => data['status'] !== 'retired';

/** The severity of a document, 9 where it has none. */
export const levelOf = ({ data }: Entry): number =>
  typeof data['severity'] === 'number' ? data['severity'] : 9;

const bySeverity = (a: Entry, b: Entry): number => levelOf(a) - levelOf(b);

function severityOf(entry: Entry): Value | null {
  const words = severityWords(entry.data['severity']);
  return words === null
    ? null
    : { kind: 'status', text: words, tone: levelTone('severity', levelOf(entry)) };
}

/** Who is called first: the role with a number that a telephone can dial, then who holds it by now. */
function firstCall(runbook: Entry, corpus: Corpus): Value | null {
  const steps = rowsAt(runbook.data, 'escalation');
  const [step] = steps.sort((a, b) => Number(a['minutes']) - Number(b['minutes']));
  if (!step) return null;
  const person = entryAt(step, 'person', 'people', corpus);
  const route = textAt(step, 'route');
  const parts = [words(textAt(step, 'role')), route === null ? null : routeValue(route)];
  const [first, second] = parts.filter((part) => part !== null);
  return listOf([
    first && second ? run(first, ', ', second) : (first ?? null),
    person && linkTo(person),
  ]);
}
