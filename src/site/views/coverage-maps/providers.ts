import { payloadClasses } from '../../../domain/documents/fields.ts';
import { type Entry, entriesOf } from '../../../domain/graph/corpus.ts';
import { isDay } from '../../../domain/graph/days.ts';
import { entryAt, textAt } from '../../../domain/graph/fields.ts';
import { flowsOf, unlistedEnds } from '../../../domain/standard/facts/flows.ts';
import { linkTo, type Value } from '../values.ts';
import { dayOf } from '../words.ts';
import { type Book, type CoverageTable, inUse, isBad, marked } from './table.ts';

/** Which provider sees which data, and under which agreement. */
export function providerCoverage(book: Book): CoverageTable {
  const flows = entriesOf(book.corpus, 'data-flow').filter(inUse);
  const used = payloadClasses.filter((name) => flows.some((flow) => classOf(flow) === name));
  const rows = [...Map.groupBy(flows.filter(hasProvider), keyOf).values()].map((same) => ({
    head: headOf(same[0] as Entry, book),
    cells: used.map((name) =>
      cellOf(
        same.filter((flow) => classOf(flow) === name),
        book,
      ),
    ),
  }));
  const uncovered = rows.filter(({ cells }) => cells.some(isBad)).length;
  const absent = [...unlistedEnds(flowsOf(book), book)].map(({ entry, vendor }) => ({
    head: linkTo(vendor),
    cells: [...used.map(() => null), marked('no data flow', 'bad', linkTo(entry))],
  }));
  return {
    id: 'providers',
    title: 'Providers and data',
    about:
      'One row for each provider, product surface, configuration and model: an agreement covers these, not a company.',
    columns: [
      'Provider',
      ...used.map((name) => classWords[name]),
      ...(absent.length > 0 ? ['Nobody has said'] : []),
    ],
    rows: [
      ...(absent.length > 0
        ? rows.map(({ head, cells }) => ({ head, cells: [...cells, null] }))
        : rows),
      ...absent,
    ],
    gaps: [
      ...(uncovered > 0 ? [`${uncovered} with PHI and no agreement in force`] : []),
      ...(absent.length > 0 ? [`${absent.length} without a data flow`] : []),
    ],
    empty: 'No data flow names a provider yet.',
  };
}

const classWords: Readonly<Record<(typeof payloadClasses)[number], string>> = {
  phi: 'PHI',
  limited: 'Limited data set',
  'de-identified': 'De-identified',
  synthetic: 'Synthetic',
  none: 'No patient data',
};

const classOf = ({ data }: Entry): string => textAt(data, 'payload_class') ?? '';

const hasProvider = ({ data }: Entry): boolean => textAt(data, 'provider') !== null;

/** Fields that the terms of a provider depend on. */
const terms = ['surface', 'configuration', 'model_pinned'];

const keyOf = ({ data }: Entry): string =>
  ['provider', ...terms].map((field) => textAt(data, field) ?? '').join('\n');

function headOf({ data }: Entry, { corpus }: Book): Value {
  const vendor = entryAt(data, 'provider', 'vendors', corpus);
  const name: Value = vendor
    ? linkTo(vendor)
    : { kind: 'text', text: textAt(data, 'provider') ?? '' };
  const about = terms.map((field) => textAt(data, field)).filter((text) => text !== null);
  return about.length === 0
    ? name
    : { kind: 'run', items: [name, { kind: 'text', text: `: ${about.join(', ')}` }] };
}

function cellOf(flows: readonly Entry[], book: Book): Value | null {
  const values = flows.map((flow) => flowValue(flow, book));
  return values.length === 0 ? null : { kind: 'list', items: values };
}

function flowValue(flow: Entry, { corpus, asOf }: Book): Value {
  const { data } = flow;
  if (data['decision'] === 'blocked') return marked('blocked', 'quiet', linkTo(flow));
  if (data['decision'] !== 'allowed') return marked('not decided', 'bad', linkTo(flow));
  if (classOf(flow) !== 'phi') return marked('allowed', 'good', linkTo(flow));
  const baa = entryAt(data, 'baa', 'baas', corpus);
  if (baa === null) return marked('allowed without a BAA', 'bad', linkTo(flow));
  const end = textAt(baa.data, 'effective_to');
  const signed = baa.data['signed_on'];
  if (!isDay(signed) || signed > asOf) return marked('BAA not signed', 'bad', linkTo(baa));
  if (end !== null && end < asOf) return marked('BAA has ended', 'bad', linkTo(baa));
  const until = end === null ? 'allowed' : `allowed until ${dayOf(end)}`;
  return marked(until, 'good', linkTo(flow), { kind: 'text', text: 'under' }, linkTo(baa));
}
