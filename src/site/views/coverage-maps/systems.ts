import { type Entry, entriesOf } from '../../../domain/graph/corpus.ts';
import { entryAt, numberAt, textsOf } from '../../../domain/graph/fields.ts';
import { linkTo } from '../values.ts';
import { acceptance, drillsCell, keeper, review } from './cells.ts';
import { type Book, type Column, type CoverageTable, coverageOf, inUse, mark } from './table.ts';

/** What each system has of what somebody needs who runs it without its builders. */
export function systemCoverage(book: Book): CoverageTable {
  const runbooks = Map.groupBy(
    entriesOf(book.corpus, 'runbook')
      .filter(inUse)
      .flatMap((runbook) =>
        textsOf(runbook.data, 'systems').map((system) => ({ runbook, system })),
      ),
    ({ system }) => `systems/${system}`,
  );
  const of = (system: Entry) => (runbooks.get(system.id) ?? []).map(({ runbook }) => runbook);
  const systems = entriesOf(book.corpus, 'system').filter(inUse);
  return coverageOf(
    {
      id: 'systems',
      title: 'Systems',
      about: 'A tier 1 system stops care or billing while it is down, a tier 2 system slows them.',
      empty: 'There is no system yet.',
    },
    'System',
    systems.toSorted((a, b) => tierOf(a) - tierOf(b)),
    [tier, acceptance, review, drillColumn(of), runbookColumn(of), keeper, backup],
    book,
  );
}

const tierOf = ({ data }: Entry): number => numberAt(data, 'tier') ?? 9;

const tier: Column = {
  label: 'Tier',
  lacks: 'without a tier',
  cell: ({ data }) => {
    const value = numberAt(data, 'tier');
    return value === null ? mark('none', 'bad') : { kind: 'text', text: String(value) };
  },
};

const backup: Column = {
  label: 'Backup owner',
  lacks: 'without a backup owner',
  cell: ({ data }, { corpus }) => {
    const person = entryAt(data, 'backup_owner', 'people', corpus);
    return person ? linkTo(person) : mark('none', 'bad');
  },
};

/** Tier 3 gets along without. */
const tone = (system: Entry) => (tierOf(system) <= 2 ? 'bad' : 'quiet');

const runbookColumn = (of: (system: Entry) => readonly Entry[]): Column => ({
  label: 'Runbooks',
  lacks: 'without a runbook',
  cell: (system) => {
    const count = of(system).length;
    return count === 0
      ? mark('none', tone(system))
      : mark(`${count} ${count === 1 ? 'runbook' : 'runbooks'}`, 'good');
  },
});

const drillColumn = (of: (system: Entry) => readonly Entry[]): Column => ({
  label: 'Drilled',
  lacks: 'with no runbook drilled',
  cell: (system, book) =>
    of(system).length === 0 ? mark('nothing to drill', tone(system)) : drillsCell(of(system), book),
});
