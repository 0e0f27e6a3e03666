import { type Entry, entriesOf } from '../../../domain/graph/corpus.ts';
import { daysBetween, isDay } from '../../../domain/graph/days.ts';
import { numberAt, textAt, textsOf } from '../../../domain/graph/fields.ts';
import { counted } from '../days.ts';
import { linkTo, type Value } from '../values.ts';
import { keeper, review } from './cells.ts';
import {
  type Book,
  type Column,
  type CoverageTable,
  coverageOf,
  inUse,
  mark,
  marked,
} from './table.ts';

/** What shows each control at work, and how old it is. */
export function controlCoverage(book: Book): CoverageTable {
  const pieces = Map.groupBy(
    entriesOf(book.corpus, 'evidence').flatMap((piece) =>
      textsOf(piece.data, 'control').map((control) => ({ piece, control })),
    ),
    ({ control }) => `controls/${control}`,
  );
  const of = (control: Entry) => (pieces.get(control.id) ?? []).map(({ piece }) => piece);
  return coverageOf(
    {
      id: 'controls',
      title: 'Controls',
      about: 'Evidence is too old when it was collected longer ago than the control asks for.',
      empty: 'There is no control yet.',
    },
    'Control',
    entriesOf(book.corpus, 'control').filter(inUse),
    [evidenceColumn(of), review, keeper, clause],
    book,
  );
}

const clause: Column = {
  label: 'Clause',
  cell: ({ data }) => ({
    kind: 'text',
    text:
      [textAt(data, 'framework'), textAt(data, 'clause')].filter(Boolean).join(' ') || 'Not said',
  }),
};

const evidenceColumn = (of: (control: Entry) => readonly Entry[]): Column => ({
  label: 'Newest evidence',
  lacks: 'without evidence that is young enough',
  cell: (control, { asOf }) => {
    if (control.data['applicability'] === 'not-applicable') return mark('not applicable', 'quiet');
    const [newest] = of(control)
      .filter(({ data }) => isDay(data['collected_on']) && data['collected_on'] <= asOf)
      .sort((a, b) => (String(a.data['collected_on']) < String(b.data['collected_on']) ? 1 : -1));
    return newest ? ageOf(newest, control, asOf) : mark('none', 'bad');
  },
});

function ageOf(piece: Entry, control: Entry, asOf: string): Value {
  const age = daysBetween(String(piece.data['collected_on']), asOf);
  const most = numberAt(control.data, 'frequency_days');
  const words = age === 0 ? 'today' : `${counted(age, 'day')} old`;
  if (most === null) return marked(`${words}, no interval set`, 'attention', linkTo(piece));
  return age > most
    ? marked(`${words}, ${most} allowed`, 'bad', linkTo(piece))
    : marked(words, 'good', linkTo(piece));
}
