import { rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { ageText, dated } from '../days.ts';
import { overviews } from '../overviews.ts';
import type { Value } from '../values.ts';
import { dayOf } from '../words.ts';
import type { Form, FormInput, FormOf, Section } from './form.ts';
import { fact, factAt, itemValue, run, status, words } from './read.ts';

/** An exit plan: how far each system has passed to the customer. */
export const exitPlanForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const tested = textAt(data, 'tested_on');
  const age = tested === null ? null : ageText(tested, input.asOf);
  return {
    shown: ['transfers', 'alternatives', 'triggers', 'tested_on', 'costs_ref'],
    lead: [
      {
        kind: 'facts',
        facts: [
          ...fact('Led without the vendor', progress(input)),
          ...fact(
            'Walked through',
            tested === null
              ? status({ text: 'Not yet', tone: 'attention' })
              : run(dated(tested, null), age && `, ${age}`),
          ),
          ...factAt(input, 'costs_ref', 'What it costs'),
          ...factAt(input, 'triggers', 'Starts early if'),
          ...factAt(input, 'alternatives', 'If the plan fails'),
          ...fact('Whoever takes over reads', {
            kind: 'link',
            href: overviews.successor.address,
            text: overviews.successor.title,
          }),
        ],
      },
    ],
    sections: transfers(input),
  };
};

type Row = Readonly<Record<string, unknown>>;

const stages = [
  ['observed_on', 'Observed'],
  ['reverse_shadow_on', 'Done while watched'],
  ['led_on', 'Led alone'],
] as const;

const isDone = (row: Row, field: string, asOf: string | null): boolean => {
  const on = textAt(row, field);
  return on !== null && (asOf === null || on <= asOf.slice(0, 10));
};

function progress({ entry, asOf }: FormInput): Value | null {
  const rows = rowsAt(entry.data, 'transfers');
  if (rows.length === 0) return null;
  const led = rows.filter((row) => isDone(row, 'led_on', asOf)).length;
  return words(`${led} of ${rows.length} ${rows.length === 1 ? 'system' : 'systems'}`);
}

function transfers(input: FormInput): Section[] {
  const rows = rowsAt(input.entry.data, 'transfers');
  if (rows.length === 0) return [];
  const cells = rows.map((row): (Value | null)[] => [
    itemValue(input, 'transfers', row, 'system'),
    hands(itemValue(input, 'transfers', row, 'from'), itemValue(input, 'transfers', row, 'to')),
    ...stages.map(([field]) => stage(textAt(row, field), isDone(row, field, input.asOf))),
    itemValue(input, 'transfers', row, 'training_step'),
  ]);
  const columns = ['System', 'From, to', ...stages.map(([, label]) => label), 'Taught first'];
  return [
    {
      id: '_transfers',
      title: 'Transfer of the systems',
      blocks: [
        { kind: 'table', table: { label: 'Transfers', columns, rows: cells }, folded: null },
      ],
    },
  ];
}

const hands = (from: Value | null, to: Value | null): Value | null =>
  from || to ? run(from ?? 'nobody named', ' to ', to ?? 'nobody named') : null;

const stage = (on: string | null, done: boolean): Value =>
  on === null
    ? status({ text: 'No date', tone: 'quiet' })
    : status({
        text: done ? dayOf(on) : `Planned ${dayOf(on)}`,
        tone: done ? 'good' : 'attention',
      });
