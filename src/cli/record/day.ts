import { type Corpus, engagementData } from '../../domain/graph/corpus.ts';
import { isDay } from '../../domain/graph/days.ts';
import { type Invocation, optionValue } from '../command.ts';
import type { Io } from '../io.ts';
import { Refusal } from '../refusal.ts';

/** The day of a record: that of `--on`, else today; one before the kickoff or still to come throws a Refusal. */
export function dayAsked(invocation: Invocation, corpus: Corpus): string {
  const asked = optionValue(invocation, 'on');
  if (asked !== undefined && !isDay(asked)) throw noDay('on', asked);
  const day = asked ?? invocation.io.today;
  refuseDay(asked === undefined ? `Today, ${day},` : `--on ${day}`, day, invocation, corpus);
  return day;
}

/** Throws a Refusal for a day before the kickoff or still to come; `what` begins the sentence. */
export function refuseDay(what: string, day: string, { io }: Invocation, corpus: Corpus): void {
  const { kickoff_on: kickoff, as_of: pinned } = engagementData(corpus);
  if (isDay(kickoff) && day < kickoff)
    throw new Refusal(`${what} is before the kickoff, ${kickoff}. Nothing was written.`);
  // In a copy whose clock is pinned, its own day may lie after that of this machine.
  const today = isDay(pinned) && pinned > io.today ? pinned : io.today;
  if (day > today)
    throw new Refusal(
      `${what} is still to come; today is ${today}. A record is of what happened. Nothing was written.`,
    );
}

/** Today by the clock of the handbook: where it is pinned to a day, nothing in it is younger. */
export function handbookDay(corpus: Corpus, { today }: Pick<Io, 'today'>): string {
  const { as_of: pinned } = engagementData(corpus);
  return isDay(pinned) ? pinned : today;
}

/** A value that is no day. */
export const noDay = (option: string, word: string): Refusal =>
  new Refusal(
    `--${option} "${word}" is no day of the calendar. Write it as YYYY-MM-DD, such as 2026-09-15.`,
  );
