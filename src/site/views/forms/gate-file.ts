import { type Gate, sliceTitle, thresholdWords } from '../../../domain/evals/gate.ts';
import type { Table } from './form.ts';
import { words } from './read.ts';

/** The lines of a gate as a table. */
export const gateLines = ({ slices }: Gate): Table => ({
  label: 'Lines of the gate',
  columns: ['Slice', 'Cases', 'What is counted', 'Fewest cases', 'Must hold'],
  rows: slices.map((line) => [
    words(sliceTitle(line)),
    words(
      Object.entries(line.where)
        .map(([column, wanted]) => `${column} ${[wanted].flat().join(', ')}`)
        .join('; ') || 'all',
    ),
    words(line.metric.name),
    words(String(line.min_n)),
    words(thresholdWords(line)),
  ]),
});
