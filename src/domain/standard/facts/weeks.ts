import { addDays, daysBetween } from '../../graph/days.ts';

/** The ISO week of a day, such as `2026-W36`. */
export function weekOf(day: string): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The Monday of an ISO week; null where there is no such week. */
export function mondayOfWeek(week: unknown): string | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(typeof week === 'string' ? week : '') ?? [];
  if (year === undefined) return null;
  const monday = addDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * 7);
  return weekOf(monday) === week ? monday : null;
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The Mondays from one to another, both included. */
export function mondaysBetween(first: string, last: string): string[] {
  const mondays: string[] = [];
  for (let monday = first; monday <= last; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}
