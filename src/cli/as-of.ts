import { isDay } from '../domain/graph/days.ts';
import { type Invocation, optionValue } from './command.ts';
import { Refusal } from './refusal.ts';

/** The day given with `--as-of`; what is no day throws a Refusal. */
export function asOfAsked(invocation: Invocation): string | undefined {
  const asked = optionValue(invocation, 'as-of');
  if (asked === undefined || isDay(asked)) return asked;
  throw new Refusal(
    `--as-of "${asked}" is no day of the calendar. Write it as YYYY-MM-DD, such as 2027-01-30.`,
  );
}
