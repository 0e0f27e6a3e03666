import { addressOf } from '../../domain/graph/addresses.ts';
import { type Corpus, type Entry, engagementData, entriesOf } from '../../domain/graph/corpus.ts';
import { daysBetween } from '../../domain/graph/days.ts';
import { textAt } from '../../domain/graph/fields.ts';
import { gatesOf } from '../../domain/graph/gates.ts';
import { compareText } from '../../domain/problems/problem.ts';
import { dayOf } from './words.ts';

/** The way from kickoff to exit, as it stands today. */
export interface Ramp {
  /** The number that is read first, and what it counts. */
  readonly count: string;
  readonly counted: string;
  /** The page of the exit plan, else that of the engagement. */
  readonly href: string;
  /** Percent of the way that is behind. */
  readonly done: number;
  /** Percent of the way at which each gate before the exit stands. */
  readonly gates: readonly {
    readonly at: number;
    readonly name: string;
    readonly signed: boolean;
  }[];
  /** The gate that comes next, in words; null after the exit. */
  readonly next: { readonly name: string; readonly iso: string; readonly text: string } | null;
  readonly dates: readonly {
    readonly label: string;
    readonly iso: string;
    readonly text: string;
  }[];
}

/** The ramp of an engagement on the day `asOf`; null where its days are not known. */
export function rampOf(corpus: Corpus, asOf: string | null): Ramp | null {
  const { kickoff_on: kickoff, exit_on: exit } = engagementData(corpus);
  if (typeof kickoff !== 'string' || typeof exit !== 'string' || asOf === null) return null;
  const length = daysBetween(kickoff, exit);
  const left = daysBetween(asOf, exit);
  if (!(length > 0) || Number.isNaN(left)) return null;
  const gates = gatesOf(corpus);
  const plan = exitPlanOf(corpus);
  const next = gates.find(({ on }) => on >= asOf);
  return {
    href: plan ? addressOf(plan) : '/engagement/',
    count: days(Math.abs(left)),
    counted: left < 0 ? 'since the exit day' : 'to the exit day',
    done: Math.min(100, Math.max(0, Math.round(((length - left) / length) * 1000) / 10)),
    gates: gates
      .filter(({ name }) => name.startsWith('-'))
      .map(({ name, on, signOff }) => ({
        at: Math.round((daysBetween(kickoff, on) / length) * 1000) / 10,
        name: `${name.slice(1)} days`,
        signed: signOff !== null,
      })),
    next: next
      ? { name: next.title, iso: next.on, text: `${dayOf(next.on)}, ${inDays(asOf, next.on)}` }
      : null,
    dates: [
      { label: 'Kickoff', iso: kickoff, text: dayOf(kickoff) },
      { label: 'Today', iso: asOf, text: dayOf(asOf) },
      { label: 'Exit', iso: exit, text: dayOf(exit) },
    ],
  };
}

/** Whether the days of the engagement are known and only today is not. */
export const lacksClock = (corpus: Corpus, asOf: string | null): boolean =>
  asOf === null && gatesOf(corpus).length > 0;

/** The newest exit plan that is in use. */
export const exitPlanOf = (corpus: Corpus): Entry | undefined =>
  entriesOf(corpus, 'exit-plan')
    .filter(({ data }) => data['status'] !== 'retired')
    .sort((a, b) =>
      compareText(textAt(b.data, 'created') ?? '', textAt(a.data, 'created') ?? ''),
    )[0];

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

function inDays(from: string, to: string): string {
  const left = daysBetween(from, to);
  return left === 0 ? 'today' : `in ${days(left)}`;
}
