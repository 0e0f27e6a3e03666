import { type Entry, entriesOf } from '../../../domain/graph/corpus.ts';
import { entriesAt, entryAt, textAt } from '../../../domain/graph/fields.ts';
import type { Handbook } from '../../handbook.ts';
import { dayOf, monthOf } from '../words.ts';

type Book = Pick<Handbook, 'corpus' | 'graph'>;

/** The days of the incidents that name a runbook, an alert or a system, newest first. */
export type Days = ReadonlyMap<Entry, readonly string[]>;

/**
 * How often each alert, runbook and system was met; each incident once. A postmortem counts for the runbooks that
 * it used and the documents that it links to, postmortem and register for an alert whose name stands in their text;
 * an incident that has no postmortem counts for its systems, because nothing says more.
 */
export function daysMet({ corpus, graph }: Book): Days {
  const met = new Map<Entry, Map<string, string>>();
  const count = (entry: Entry, incident: string, day: string) => {
    const days = met.get(entry) ?? new Map<string, string>();
    // Several texts may tell of one incident; the first one says when it was.
    if (!days.has(incident)) met.set(entry, days.set(incident, day));
  };
  const told = new Set<string>();
  const named = alertsNamedBy(corpus);
  for (const postmortem of entriesOf(corpus, 'postmortem')) {
    const incident = incidentOf(postmortem, corpus);
    told.add(incident);
    const day = dayAt(postmortem);
    if (day === null) continue;
    const used = graph.outgoing(postmortem).map(({ to }) => to);
    for (const entry of [...used, ...named(postmortem.body)])
      if (COUNTED.has(entry.type.name)) count(entry, incident, day);
  }
  for (const incident of entriesOf(corpus, 'incident')) {
    const day = dayAt(incident);
    if (day === null) continue;
    const text = ['title', 'summary'].map((field) => textAt(incident.data, field) ?? '').join(' ');
    const systems = entriesAt(incident.data, 'systems', 'systems', corpus);
    for (const entry of [...named(text), ...(told.has(incident.id) ? [] : systems)])
      count(entry, incident.id, day);
  }
  return new Map([...met].map(([entry, days]) => [entry, [...days.values()].sort().reverse()]));
}

const COUNTED: ReadonlySet<string> = new Set(['alert', 'runbook']);

const incidentOf = ({ id, data }: Entry, corpus: Book['corpus']): string =>
  entryAt(data, 'incident_id', 'incidents', corpus)?.id ?? textAt(data, 'incident_id') ?? id;

const dayAt = ({ data }: Entry): string | null => textAt(data, 'started_at')?.slice(0, 10) ?? null;

function alertsNamedBy(corpus: Book['corpus']): (text: string) => readonly Entry[] {
  const byName = new Map(
    entriesOf(corpus, 'alert').map((alert) => [textAt(alert.data, 'title'), alert]),
  );
  return (text) => (text.match(NAME) ?? []).flatMap((name) => byName.get(name) ?? []);
}

/** A word that an alert may be called by. */
const NAME = /[A-Za-z][\w-]{2,119}/g;

/** Why something stands where it stands; what a phone has no room for stands in `more`. */
export interface Why {
  readonly text: string;
  readonly more: string;
}

/** `3 incidents`, `since June 2026, last on 24 Oct 2026`; of its systems where it was in none itself; null without one. */
export function whyCommon(days: readonly string[], near: readonly string[] = []): Why | null {
  if (days.length > 0) return whenMet(days, '');
  return near.length > 0 ? whenMet(near, ' of the system') : null;
}

function whenMet(days: readonly string[], of: string): Why {
  const last = dayOf(days[0] ?? '');
  if (days.length === 1) return { text: `1 incident${of}`, more: `on ${last}` };
  const since = monthOf(days.at(-1) ?? '');
  return { text: `${days.length} incidents${of}`, more: `since ${since}, last on ${last}` };
}

/** What a thing is sorted by. */
export interface Urgency {
  readonly days: readonly string[];
  /** Incidents of which nothing is known but the systems. */
  readonly near: readonly string[];
  readonly severity: number;
  readonly tier: number;
  readonly title: string;
}

/** The common first, then the severe, then what belongs to a system that often fails, then what most hangs on, then by name. */
export const commonFirst = (a: Urgency, b: Urgency): number =>
  b.days.length - a.days.length ||
  a.severity - b.severity ||
  b.near.length - a.near.length ||
  a.tier - b.tier ||
  (b.days[0] ?? '').localeCompare(a.days[0] ?? '') ||
  (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);
