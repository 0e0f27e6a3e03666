import { type Corpus, type Entry, engagementData, entriesOf } from '../../graph/corpus.ts';
import { addDays, isDay, isoWeekOf } from '../../graph/days.ts';
import { numberAt, rowsAt, textAt } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';
import { identityOf, sideNamed, sponsorOf } from './people.ts';
import { mondayOf, mondayOfWeek } from './weeks.ts';

/** A summary and the week that it is about. */
export interface Week {
  readonly entry: Entry;
  readonly monday: string;
  /** The last day on which the sponsor signs in time. */
  readonly signBy: string;
}

/** Days after its Sunday in which a week is signed. */
const SIGN_DAYS = 7;

/** The summaries that say which week they are about, in order of time. */
export const weeksOf = (corpus: Corpus): Week[] =>
  entriesOf(corpus, 'weekly-summary')
    .flatMap((entry) => {
      const monday = entry.readable ? mondayOfWeek(entry.data['iso_week']) : null;
      return monday === null ? [] : [{ entry, monday, signBy: addDays(monday, 6 + SIGN_DAYS) }];
    })
    .sort((a, b) => (a.monday < b.monday ? -1 : a.monday > b.monday ? 1 : 0));

/** Why the signature of a week does not count, as the end of "it"; null where it does. */
export function signatureTrouble({ entry, monday, signBy }: Week, context: StandardContext) {
  const { corpus, asOf, hashOf } = context;
  const { data } = entry;
  const [by, on, hash] = ['by', 'on', 'hash'].map((key) => textAt(data, `signed.${key}`));
  if (!by || !isDay(on)) return 'nobody has signed it';
  if (!signersOf(corpus).includes(identityOf(corpus, by)))
    return `${by} signed it, who is not the sponsor on the customer side`;
  if (on > asOf) return `it is signed on ${on}, which is still to come`;
  if (on < monday) return `it was signed on ${on}, before the week began`;
  if (on > signBy) return `it was signed on ${on}, and ${signBy} was the last day`;
  return hash === hashOf(entry) ? null : 'the text was changed after it was signed';
}

const signers = new WeakMap<Corpus, string[]>();

/** Who may sign a week: the sponsor, and who was sponsor in an earlier charter. */
function signersOf(corpus: Corpus): string[] {
  const known = signers.get(corpus);
  if (known) return known;
  const charters = entriesOf(corpus, 'engagement-charter');
  const slugs = [sponsorOf(corpus), ...charters.map(({ data }) => textAt(data, 'sponsor'))];
  const found = slugs
    .filter((slug) => slug !== null && sideNamed(corpus, slug) === 'customer')
    .map((slug) => identityOf(corpus, String(slug)));
  signers.set(corpus, found);
  return found;
}

/** A metric as a summary states it. */
interface Metric {
  readonly id: string;
  readonly value: number;
  readonly previous: number | null;
  readonly source: string | null;
}

/** The metrics of the operator that a summary states with a number. */
export function metricsOf({ data }: Entry, corpus: Corpus): Metric[] {
  const known = rowsAt(engagementData(corpus), 'metrics').map((row) => row['id']);
  return rowsAt(data, 'metrics').flatMap((row) => {
    const id = textAt(row, 'id');
    const value = numberAt(row, 'value');
    const previous = numberAt(row, 'previous');
    if (id === null || !known.includes(id) || value === null || !Number.isFinite(value)) return [];
    return [{ id, value, previous, source: textAt(row, 'source') }];
  });
}

/** Decisions, evaluations and incidents by the Monday of the week they belong to. */
export function eventsByWeek({ corpus }: Pick<StandardContext, 'corpus'>): Map<string, Entry[]> {
  const dated = corpus.entries.flatMap((entry) => {
    const name = DAYS[entry.type.name];
    const day = name === undefined ? null : textAt(entry.data, name)?.slice(0, 10);
    return isDay(day) ? [{ entry, monday: mondayOf(day) }] : [];
  });
  const weeks = Map.groupBy(dated, ({ monday }) => monday);
  return new Map([...weeks].map(([monday, found]) => [monday, found.map(({ entry }) => entry)]));
}

const DAYS: Readonly<Record<string, string>> = {
  adr: 'date',
  'eval-report': 'run_on',
  postmortem: 'started_at',
};

/** A run of weeks in words: `2026-W17 to 2026-W19`. */
export function runInWords(mondays: readonly string[]): string {
  const [first, last] = [mondays[0] ?? '', mondays.at(-1) ?? ''].map(isoWeekOf);
  return first === last ? String(first) : `${first} to ${last}`;
}
