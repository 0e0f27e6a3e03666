import { engagementData } from '../../../domain/graph/corpus.ts';
import { numberAt, rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { dayOf, type Mark } from '../words.ts';
import type { Figure, Form, FormInput, FormOf, Notice } from './form.ts';
import { factAt, fieldNames, run, valueAt } from './read.ts';

const shown = fieldNames('iso_week metrics signed shipped decisions incidents evals risks next');

/** A week: its metrics against the week before, and whether the sponsor signed it. */
export const weeklySummaryForm: FormOf = (input): Form => ({
  shown,
  notices: signature(input),
  lead: [
    { kind: 'figures', title: 'Metrics of the week', figures: metrics(input) },
    {
      kind: 'facts',
      facts: [
        ...factAt(input, 'shipped', 'Went live'),
        ...factAt(input, 'decisions'),
        ...factAt(input, 'incidents'),
        ...factAt(input, 'evals', 'Evaluations'),
        ...factAt(input, 'risks'),
        ...factAt(input, 'next', 'Next week'),
        ...factAt(input, 'iso_week', 'ISO week'),
      ],
    },
  ],
});

function signature(input: FormInput): Notice[] {
  const by = valueAt(input, 'signed.by');
  const on = textAt(input.entry.data, 'signed.on');
  if (by === null) return [{ tone: 'attention', title: 'Not signed yet.', text: null }];
  return [{ tone: 'good', title: on ? `Signed on ${dayOf(on)}` : 'Signed', text: run('By ', by) }];
}

function metrics({ entry, corpus }: FormInput): Figure[] {
  const known = new Map(rowsAt(engagementData(corpus), 'metrics').map((one) => [one['id'], one]));
  return rowsAt(entry.data, 'metrics').map((row) => {
    const metric = known.get(row['id']) ?? {};
    const value = numberAt(row, 'value');
    const previous = numberAt(row, 'previous');
    const source = textAt(row, 'source');
    return {
      value: value === null ? '–' : String(value),
      label: textAt(metric, 'name') ?? String(row['id']),
      mark:
        value === null || previous === null
          ? null
          : changeOf(value - previous, textAt(metric, 'direction')),
      note: [
        previous === null ? 'No value of the week before' : `${previous} the week before`,
        source,
      ]
        .filter(Boolean)
        .join('. Source: '),
    };
  });
}

/** A change in words: how far, and whether that is better by the metric's own direction. */
function changeOf(change: number, direction: string | null): Mark {
  const rounded = Math.round(Math.abs(change) * 100) / 100;
  if (rounded === 0) return { text: 'Unchanged', tone: 'quiet' };
  const way = `${change > 0 ? 'Up' : 'Down'} ${rounded}`;
  if (direction === null) return { text: way, tone: 'quiet' };
  const better = change > 0 === (direction === 'up');
  return { text: `${way}, ${better ? 'better' : 'worse'}`, tone: better ? 'good' : 'bad' };
}
