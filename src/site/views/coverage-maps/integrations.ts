import { type Entry, entriesOf } from '../../../domain/graph/corpus.ts';
import { entryAt, rawAt, textAt } from '../../../domain/graph/fields.ts';
import { sideOf } from '../../../domain/graph/sides.ts';
import { kindWords } from '../map/integration-words.ts';
import { linkTo, type Value } from '../values.ts';
import { acceptance, drillsCell, keeper } from './cells.ts';
import {
  type Book,
  type Column,
  type CoverageTable,
  coverageOf,
  inUse,
  mark,
  marked,
} from './table.ts';

/** Whether somebody can run each integration, and knows whom to call at the other end. */
export const integrationCoverage = (book: Book): CoverageTable =>
  coverageOf(
    {
      id: 'integrations',
      title: 'Integrations',
      about:
        'A failure runbook is one that the page of the integration leads to, or that leads to it.',
      empty: 'There is no integration yet.',
    },
    'Integration',
    entriesOf(book.corpus, 'integration').filter(inUse),
    [acceptance, drilled, support, runbooks, keeper, kind],
    book,
  );

const kind: Column = {
  label: 'Kind',
  cell: ({ data }) => ({ kind: 'text', text: kindWords(data['kind']) || 'Not said' }),
};

const support: Column = {
  label: 'Support route',
  lacks: 'without a support route that the customer holds',
  cell: ({ data }, { corpus }) => {
    const block = rawAt(data, 'support');
    const fields = (typeof block === 'object' && block !== null ? block : {}) as Entry['data'];
    const route = textAt(fields, 'route');
    const holder = entryAt(fields, 'account_owner', 'people', corpus);
    if (route === null) return mark('none', 'bad');
    const words: Value = { kind: 'text', text: route };
    if (holder === null) return marked('held by nobody', 'bad', words);
    return sideOf(holder, corpus) === 'customer'
      ? marked('held by', 'good', linkTo(holder))
      : marked('vendor holds it', 'bad', linkTo(holder));
  },
};

const runbooks: Column = {
  label: 'Failure runbook',
  lacks: 'without a failure runbook',
  cell: (entry, book) => {
    const found = runbooksOf(entry, book);
    return found.length === 0 ? mark('none', 'bad') : { kind: 'list', items: found.map(linkTo) };
  },
};

const drilled: Column = {
  label: 'Drilled',
  lacks: 'with no runbook drilled',
  cell: (entry, book) => drillsCell(runbooksOf(entry, book), book),
};

/** Runbooks that an integration and its page name, or that name it. */
function runbooksOf(entry: Entry, { graph }: Book): Entry[] {
  const linked = [
    ...graph.outgoing(entry).map(({ to }) => to),
    ...graph.incoming(entry).map(({ from }) => from),
  ];
  return [...new Set(linked)].filter((one) => one.type.name === 'runbook' && inUse(one));
}
