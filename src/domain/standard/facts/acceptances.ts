import { type Corpus, type Entry, entriesOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';
import { liveDocuments, receiverOf } from './documents.ts';
import { identityOf } from './people.ts';

/** What the acceptance of a document is worth today. */
export interface AcceptanceState {
  /** `other`: somebody accepted it who does not take it over. */
  readonly state: 'none' | 'other' | 'changed' | 'current';
  /** The acceptance that speaks best for it, or null. */
  readonly record: Entry | null;
}

/** Types that are signed or carried out by the customer themselves. */
const SIGNED: ReadonlySet<string> = new Set(['weekly-summary', 'drill']);

/** Documents that somebody has to accept. */
export const documentsToAccept = (corpus: Corpus): Entry[] =>
  liveDocuments(corpus).filter(({ type }) => !SIGNED.has(type.name));

const known = new WeakMap<Corpus, ReadonlyMap<string, readonly Entry[]>>();

function acceptancesIn(corpus: Corpus): ReadonlyMap<string, readonly Entry[]> {
  const all =
    known.get(corpus) ??
    Map.groupBy(
      entriesOf(corpus, 'acceptance').filter(({ readable }) => readable),
      ({ data }) => textAt(data, 'document') ?? '',
    );
  known.set(corpus, all);
  return all;
}

/** Whether whoever takes a document over has accepted it as it stands. */
export function acceptanceOf(entry: Entry, context: StandardContext): AcceptanceState {
  const { corpus, hashOf } = context;
  const receiver = receiverOf(entry, context);
  const said = (acceptancesIn(corpus).get(entry.id) ?? []).filter((one) =>
    isDated(one, entry, context),
  );
  const own = said.filter(({ data }) => isSame(data['accepted_by'], receiver, corpus));
  const current = own.find(({ data }) => data['accepted_hash'] === hashOf(entry));
  if (current) return { state: 'current', record: current };
  if (own[0]) return { state: 'changed', record: own[0] };
  return said[0] ? { state: 'other', record: said[0] } : { state: 'none', record: null };
}

/** Whether an acceptance has a day: one that has come, and not before the document or the kickoff. */
function isDated({ data }: Entry, of: Entry, { asOf, kickoffOn }: StandardContext): boolean {
  const day = data['accepted_on'];
  if (!isDay(day) || day > asOf) return false;
  return [of.data['created'], kickoffOn].every((first) => !isDay(first) || day >= first);
}

const isSame = (by: unknown, receiver: string | null, corpus: Corpus): boolean =>
  typeof by === 'string' &&
  receiver !== null &&
  identityOf(corpus, by) === identityOf(corpus, receiver);
