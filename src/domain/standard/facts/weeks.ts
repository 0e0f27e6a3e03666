import { addDays, daysBetween, isoWeekOf } from '../../graph/days.ts';

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The Monday of an ISO week; null where there is no such week. */
export function mondayOfWeek(week: unknown): string | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(typeof week === 'string' ? week : '') ?? [];
  if (year === undefined) return null;
  const monday = addDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * 7);
  return isoWeekOf(monday) === week ? monday : null;
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Weeks of twenty years: whoever typed a longer engagement mistyped a year, and is told so elsewhere. */
const LONGEST = 1040;

/** The Mondays from one to another, both included. */
export function mondaysBetween(first: string, last: string): string[] {
  const count = Math.min(LONGEST, Math.floor(daysBetween(first, last) / 7) + 1);
  return Array.from({ length: Math.max(0, count) }, (_, week) => addDays(first, 7 * week));
}
