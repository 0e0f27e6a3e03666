import { type Entry, entriesOf } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import type { Handbook } from '../../handbook.ts';
import { dayOf, monthOf } from '../words.ts';

type Book = Pick<Handbook, 'corpus' | 'graph'>;

/** The days of the incidents that name a runbook or an alert, newest first. */
export type Days = ReadonlyMap<Entry, readonly string[]>;

/**
 * How often each alert and runbook was met. A postmortem counts for the runbooks that it used and the
 * documents that it links to, and for an alert whose name stands in its text; each incident once.
 */
export function daysMet({ corpus, graph }: Book): Days {
  const byName = new Map(
    entriesOf(corpus, 'alert').map((alert) => [textAt(alert.data, 'title'), alert]),
  );
  const met = new Map<Entry, Map<string, string>>();
  for (const postmortem of entriesOf(corpus, 'postmortem')) {
    const day = textAt(postmortem.data, 'started_at')?.slice(0, 10);
    if (day === undefined) continue;
    const incident = textAt(postmortem.data, 'incident_id') ?? postmortem.id;
    const named = (postmortem.body.match(NAME) ?? []).flatMap((name) => byName.get(name) ?? []);
    for (const entry of [...graph.outgoing(postmortem).map(({ to }) => to), ...named]) {
      if (entry.type.name !== 'alert' && entry.type.name !== 'runbook') continue;
      const days = met.get(entry) ?? new Map<string, string>();
      met.set(entry, days.set(incident, day));
    }
  }
  return new Map([...met].map(([entry, days]) => [entry, [...days.values()].sort().reverse()]));
}

/** A word that an alert may be called by. */
const NAME = /[A-Za-z][\w-]{2,119}/g;

/** Why something stands where it stands: `in 3 incidents since June 2026, last on 24 Oct 2026`; null without one. */
export function whyCommon(days: readonly string[]): string | null {
  const [last] = days;
  const first = days.at(-1);
  if (last === undefined || first === undefined) return null;
  if (days.length === 1) return `in 1 incident, on ${dayOf(last)}`;
  return `in ${days.length} incidents since ${monthOf(first)}, last on ${dayOf(last)}`;
}

/** What a thing is sorted by. */
export interface Urgency {
  readonly days: readonly string[];
  readonly severity: number;
  readonly tier: number;
  readonly title: string;
}

/** The common first, then the severe, then what most hangs on, then by name. */
export const commonFirst = (a: Urgency, b: Urgency): number =>
  b.days.length - a.days.length ||
  a.severity - b.severity ||
  a.tier - b.tier ||
  (b.days[0] ?? '').localeCompare(a.days[0] ?? '') ||
  (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);
