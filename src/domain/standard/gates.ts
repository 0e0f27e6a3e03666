import { type Corpus, engagementData } from '../graph/corpus.ts';
import { addDays, isDay } from '../graph/days.ts';

/** The gates of an engagement in order of time: kickoff, 90, 60 and 30 days before the exit, exit day. */
export const gateNames = ['K', '-90', '-60', '-30', 'X'] as const;

export type GateName = (typeof gateNames)[number];

/** Each gate as a person types it on the command line. */
export const gateWords: Readonly<Record<GateName, string>> = {
  K: 'K',
  '-90': '90',
  '-60': '60',
  '-30': '30',
  X: 'exit',
};

export const gateTitles: Readonly<Record<GateName, string>> = {
  K: 'Kickoff',
  '-90': '90 days before the exit',
  '-60': '60 days before the exit',
  '-30': '30 days before the exit',
  X: 'Exit day',
};

/** Whether `gate` comes no later than `other`. */
export const isBy = (gate: GateName, other: GateName): boolean =>
  gateNames.indexOf(gate) <= gateNames.indexOf(other);

/** The dates that every gate is counted from; null where engagement.yaml does not give them. */
export interface Dates {
  readonly kickoffOn: string | null;
  readonly exitOn: string | null;
}

export function datesOf(corpus: Corpus): Dates {
  const { kickoff_on: kickoff, exit_on: exit } = engagementData(corpus);
  return { kickoffOn: isDay(kickoff) ? kickoff : null, exitOn: isDay(exit) ? exit : null };
}

/** The day of a gate, ISO; in a short engagement never before its kickoff. Null without the dates. */
export function gateDate(gate: GateName, { kickoffOn, exitOn }: Dates): string | null {
  if (gate === 'K') return kickoffOn;
  if (gate === 'X' || exitOn === null) return exitOn;
  const day = addDays(exitOn, Number(gate));
  return kickoffOn !== null && day < kickoffOn ? kickoffOn : day;
}

/** The last gate whose day has come on `asOf`; null before the kickoff. Without dates it is the kickoff. */
export function gateReached(asOf: string, dates: Dates): GateName | null {
  if (dates.kickoffOn === null && dates.exitOn === null) return 'K';
  const reached = gateNames.filter((gate) => {
    const day = gateDate(gate, dates);
    return day !== null && day <= asOf;
  });
  return reached.at(-1) ?? null;
}
