import { daysBetween } from './days.ts';
import { dayOf } from './words.ts';

/** The way from kickoff to exit, as it stands today. */
export interface Ramp {
  /** The number that is read first, and what it counts. */
  readonly count: string;
  readonly counted: string;
  /** The page of the engagement. */
  readonly href: string;
  /** Percent of the way that is behind. */
  readonly done: number;
  /** Percent of the way at which each gate before the exit stands. */
  readonly gates: readonly { readonly at: number; readonly name: string }[];
  readonly dates: readonly {
    readonly label: string;
    readonly iso: string;
    readonly text: string;
  }[];
}

/** Days before the exit at which there is a gate. */
const GATES = [90, 60, 30];

/** The ramp of an engagement on the day `asOf`; null where its days are not known. */
export function rampOf(
  { kickoff_on: kickoff, exit_on: exit }: Readonly<Record<string, unknown>>,
  asOf: string | null,
): Ramp | null {
  if (typeof kickoff !== 'string' || typeof exit !== 'string' || asOf === null) return null;
  const length = daysBetween(kickoff, exit);
  const left = daysBetween(asOf, exit);
  if (!(length > 0) || Number.isNaN(left)) return null;
  return {
    href: '/engagement/',
    count: `${Math.abs(left)} ${Math.abs(left) === 1 ? 'day' : 'days'}`,
    counted: left < 0 ? 'since the exit day' : 'to the exit day',
    done: Math.min(100, Math.max(0, Math.round(((length - left) / length) * 1000) / 10)),
    gates: GATES.filter((days) => days < length).map((days) => ({
      at: Math.round(((length - days) / length) * 1000) / 10,
      name: `${days} days`,
    })),
    dates: [
      { label: 'Kickoff', iso: kickoff, text: dayOf(kickoff) },
      { label: 'Today', iso: asOf, text: dayOf(asOf) },
      { label: 'Exit', iso: exit, text: dayOf(exit) },
    ],
  };
}
