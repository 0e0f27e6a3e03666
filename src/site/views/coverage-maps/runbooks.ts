import { entriesOf } from '../../../domain/graph/corpus.ts';
import { numberAt, rowsAt } from '../../../domain/graph/fields.ts';
import { tierOf } from '../../../domain/standard/facts/tiers.ts';
import { counted, lengthOfTime } from '../days.ts';
import { acceptance, drill, keeper, review } from './cells.ts';
import { type Book, type Column, type CoverageTable, coverageOf, inUse, mark } from './table.ts';

/** Whether each runbook was tried by those who will need it. */
export function runbookCoverage(book: Book): CoverageTable {
  const { corpus } = book;
  const tiers = new Map(
    entriesOf(corpus, 'runbook')
      .filter(inUse)
      .map((entry) => [entry, tierOf(entry, corpus) ?? 9]),
  );
  const byTier = [...tiers.keys()].sort((a, b) => (tiers.get(a) ?? 9) - (tiers.get(b) ?? 9));
  return coverageOf(
    {
      id: 'runbooks',
      title: 'Runbooks',
      about:
        'A drill counts for 90 days: passed by the customer alone, on the present text, within the stated minutes.',
      empty: 'There is no runbook yet.',
    },
    'Runbook',
    byTier,
    [tier, drill, acceptance, review, target, calls, keeper],
    book,
  );
}

const tier: Column = {
  label: 'Tier',
  cell: (entry, { corpus }) => ({ kind: 'text', text: String(tierOf(entry, corpus) ?? 'none') }),
};

const target: Column = {
  label: 'Service back within',
  lacks: 'without a time to meet',
  cell: ({ data }) => {
    const minutes = numberAt(data, 'target_minutes');
    return minutes === null
      ? mark('not stated', 'bad')
      : { kind: 'text', text: lengthOfTime(minutes) };
  },
};

const calls: Column = {
  label: 'Who to call',
  lacks: 'without anybody to call',
  cell: ({ data }) => {
    const steps = rowsAt(data, 'escalation').length;
    return steps === 0 ? mark('nobody', 'bad') : mark(counted(steps, 'step'), 'good');
  },
};
