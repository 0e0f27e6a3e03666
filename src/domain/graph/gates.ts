import { type Corpus, type Entry, engagementData, entriesOf } from './corpus.ts';
import { addDays, isDay } from './days.ts';

/** A day on which the engagement is looked at as a whole and signed. */
export interface Gate {
  /** Its name in sign-offs: `K`, `-90`, `-60`, `-30` or `X`. */
  readonly name: string;
  readonly title: string;
  /** ISO date. */
  readonly on: string;
  /** The signature, rehearsals left aside. */
  readonly signOff: Entry | null;
}

/** The gates of the engagement in order of time; none without its dates. */
export function gatesOf(corpus: Corpus): Gate[] {
  const { kickoff_on: kickoff, exit_on: exit } = engagementData(corpus);
  if (!isDay(kickoff) || !isDay(exit) || exit <= kickoff) return [];
  const signed = new Map(
    entriesOf(corpus, 'sign-off')
      .filter(({ data }) => data['dry_run'] !== true)
      .map((entry) => [String(entry.data['gate']), entry]),
  );
  const before = [90, 60, 30].map((days) => ({
    name: `-${days}`,
    title: `${days} days before the exit`,
    on: addDays(exit, -days),
  }));
  return [
    { name: 'K', title: 'Kickoff', on: kickoff },
    ...before.filter(({ on }) => on > kickoff),
    { name: 'X', title: 'Exit day', on: exit },
  ].map((gate) => ({ ...gate, signOff: signed.get(gate.name) ?? null }));
}
