import { textAt } from '../../../domain/graph/fields.ts';
import { dated, dueMark } from '../days.ts';
import type { Value } from '../values.ts';
import type { Block, Folded, FormInput } from './form.ts';
import { itemValue } from './read.ts';

type Task = Readonly<Record<string, unknown>>;

/** Where tasks are kept in the fields of a document, and what they are called. */
export interface TaskNames {
  readonly list: string;
  /** The field that says what has to be done. */
  readonly what: string;
  readonly open: string;
  /** The words for a task that nothing is left to do for. */
  readonly closed: string;
}

/** The open tasks as a table, the overdue ones marked; what is done can be unfolded below. */
export function openTable(
  input: FormInput,
  tasks: readonly Task[],
  { list, what, open }: TaskNames,
  folded: Folded | null,
): Block {
  const optional = ['priority', 'tracker'].filter((field) => tasks.some((task) => task[field]));
  const ordered = tasks.toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)));
  const cell = (task: Task, field: string) => itemValue(input, list, task, field);
  return {
    kind: 'table',
    table: {
      label: open,
      columns: ['Action', 'Owner', 'Due', ...optional.map((field) => headings[field] ?? field)],
      rows: ordered.map((task) => [
        cell(task, what),
        cell(task, 'owner'),
        dueOf(task) === LATER ? null : dated(dueOf(task), dueMark(dueOf(task), input.asOf)),
        ...optional.map((field) => cell(task, field)),
      ]),
    },
    folded,
  };
}

const headings: Readonly<Record<string, string>> = { priority: 'Priority', tracker: 'Ticket' };

const LATER = '9999';

const dueOf = (task: Task): string => textAt(task, 'due') ?? LATER;

/** What is done, dropped or accepted as it is; null where there is nothing. */
export function closedTable(
  input: FormInput,
  tasks: readonly Task[],
  { list, what, closed }: TaskNames,
): Folded | null {
  if (tasks.length === 0) return null;
  const states = tasks.some((task) => task['state'] !== undefined);
  const row = (task: Task): (Value | null)[] => [
    itemValue(input, list, task, what),
    itemValue(input, list, task, 'owner'),
    ...(states ? [itemValue(input, list, task, 'state')] : []),
    itemValue(input, list, task, 'closed_on'),
  ];
  return {
    summary: `${tasks.length} ${closed}`,
    label: `${tasks.length} ${closed}`,
    columns: ['Action', 'Owner', ...(states ? ['State'] : []), 'On'],
    rows: tasks.map(row),
  };
}
