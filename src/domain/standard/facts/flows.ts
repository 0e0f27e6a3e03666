import { type Corpus, type Entry, entriesOf } from '../../graph/corpus.ts';
import { entryAt, textAt, textsOf } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';

/** A row of the matrix: a data flow, and who comes to hold what it carries. */
export interface Flow {
  readonly entry: Entry;
  /** The vendor that receives the payload or whose terms apply; null where it stays in the own house. */
  readonly holder: Entry | null;
  readonly decision: 'allowed' | 'blocked' | null;
  /** Whether HIPAA protects the payload: PHI, or a limited data set. */
  readonly isPhi: boolean;
}

/** The rows of the matrix that are in force or asked for; retired ones are left out. */
export function flowsOf({ corpus }: Pick<StandardContext, 'corpus'>): Flow[] {
  return entriesOf(corpus, 'data-flow')
    .filter(({ data, readable }) => readable && data['status'] !== 'retired')
    .map((entry) => {
      const { decision, payload_class: payload } = entry.data;
      return {
        entry,
        holder: holderOf(entry, corpus),
        decision: decision === 'allowed' || decision === 'blocked' ? decision : null,
        isPhi: payload === 'phi' || payload === 'limited',
      };
    });
}

function holderOf({ data }: Entry, corpus: Corpus): Entry | null {
  // Who receives it counts before whose terms are said to apply: an agreement with a cloud does not reach
  // a call to somebody else's API.
  return vendorAt(data, 'to', corpus) ?? entryAt(data, 'provider', 'vendors', corpus);
}

/** The vendor at an end of a flow, itself or behind an integration. */
function vendorAt(
  data: Readonly<Record<string, unknown>>,
  end: 'from' | 'to',
  corpus: Corpus,
): Entry | null {
  const entry = corpus.byId.get(textAt(data, end) ?? '');
  if (entry?.type.name === 'vendor') return entry;
  return entry?.type.name === 'integration'
    ? entryAt(entry.data, 'counterparty', 'vendors', corpus)
    : null;
}

/** Words as they are compared: without case and surplus spaces. */
export const sameWords = (words: unknown): string =>
  typeof words === 'string' ? words.trim().replace(/\s+/g, ' ').toLowerCase() : '';

/** Names of a model that its provider may point elsewhere on any day. */
const ALIAS =
  /(^|[^a-z0-9])(latest|newest|current|stable|default|preview|auto|any|all)([^a-z0-9]|$)|\*/i;

/** Whether a model id names one model for good: no alias, and with a version or a date. */
export const isPinned = (model: string): boolean => !ALIAS.test(model) && /\d/.test(model);

/** Outbound integrations, model providers and vendors under a BAA that no row reaches. */
export function* unlistedEnds(
  flows: readonly Flow[],
  { corpus }: Pick<StandardContext, 'corpus'>,
): Generator<{ readonly entry: Entry; readonly vendor: Entry }> {
  const reached = new Set(flows.flatMap((flow) => waysOf(flow, corpus)));
  for (const entry of entriesOf(corpus, 'integration')) {
    const vendor = entryAt(entry.data, 'counterparty', 'vendors', corpus);
    const isOut = entry.data['direction'] === 'outbound' || entry.data['direction'] === 'both';
    if (!isOut || !vendor || reached.has(entry.id)) continue;
    const systems = textsOf(entry.data, 'systems');
    if (systems.some((slug) => reached.has(`systems/${slug} ${vendor.id}`))) continue;
    yield { entry, vendor };
  }
  const withInterface = new Set(
    entriesOf(corpus, 'integration').map(({ data }) => `vendors/${data['counterparty']}`),
  );
  for (const vendor of entriesOf(corpus, 'vendor')) {
    const isModel = vendor.data['category'] === 'model-provider';
    if (isModel && !withInterface.has(vendor.id) && !reached.has(vendor.id))
      yield { entry: vendor, vendor };
  }
}

/** What a row speaks for: its vendor, an integration at its end, a system together with the vendor. */
function waysOf({ entry: { data }, holder }: Flow, corpus: StandardContext['corpus']): string[] {
  const ends = [textAt(data, 'from') ?? '', textAt(data, 'to') ?? ''];
  const vendors = [holder, vendorAt(data, 'from', corpus), vendorAt(data, 'to', corpus)];
  const systems = [...ends, ...textsOf(data, 'systems').map((slug) => `systems/${slug}`)];
  return vendors.flatMap((vendor) =>
    vendor === null ? [] : [...ends, vendor.id, ...systems.map((id) => `${id} ${vendor.id}`)],
  );
}
