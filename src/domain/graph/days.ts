const DAY = 86_400_000;

const FIRST = Date.parse('0000-01-01');
const LAST = Date.parse('9999-12-31');

/** The ISO date `days` after another; of what lies outside the years 0000 to 9999 their first or last day. */
export function addDays(date: string, days: number): string {
  const day = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + days * DAY;
  return new Date(Math.min(LAST, Math.max(FIRST, day))).toISOString().slice(0, 10);
}

/** Whole days from one ISO date or moment to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY);

/** Whether a value is a day of the calendar, `YYYY-MM-DD`; `Date.parse` alone takes 30 February for 2 March. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  addDays(value, 0) === value;

/** The ISO week of a day, such as `2026-W47`; its year is that of its Thursday. */
export function isoWeekOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const first = `${thursday.slice(0, 4)}-01-01`;
  const number = Math.floor(daysBetween(first, thursday) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`;
}
