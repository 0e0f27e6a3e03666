import { daysBetween } from '../../domain/graph/days.ts';
import type { Value } from './values.ts';
import { dayOf, type Mark } from './words.ts';

/** Minutes from one moment to another, or null where one is missing or they stand the wrong way round. */
export function minutesBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  return minutes >= 0 ? minutes : null;
}

/** A number with its noun: `1 day`, `3 days`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const HOUR = 60;
const DAY = 24 * HOUR;

/** A length of time as people say it: `45 minutes`, `2 h 37 min`, `4 hours`, `3 days`. */
export function lengthOfTime(minutes: number): string {
  if (minutes < HOUR) return counted(minutes, 'minute');
  if (minutes % DAY === 0) return counted(minutes / DAY, 'day');
  if (minutes % HOUR === 0 && minutes < 3 * DAY) return counted(minutes / HOUR, 'hour');
  const days = Math.floor(minutes / DAY);
  const hours = Math.floor((minutes % DAY) / HOUR);
  if (days > 0) return hours === 0 ? counted(days, 'day') : `${counted(days, 'day')} ${hours} h`;
  return `${hours} h ${minutes % HOUR} min`;
}

/** Days before a date from which it is told with urgency. */
const SOON = 14;

/** How far away the day is by which something must be done; null without a clock. */
export function dueMark(date: string, asOf: string | null): Mark | null {
  const left = leftOf(date, asOf);
  if (left === null) return null;
  if (left < 0) return { text: `Overdue by ${counted(-left, 'day')}`, tone: 'bad' };
  if (left === 0) return { text: 'Due today', tone: 'attention' };
  return { text: `Due in ${counted(left, 'day')}`, tone: left <= SOON ? 'attention' : 'quiet' };
}

/** How far away the last day of something is; null without a clock. */
export function endMark(date: string, asOf: string | null): Mark | null {
  const left = leftOf(date, asOf);
  if (left === null) return null;
  if (left < 0) return { text: `Ended ${counted(-left, 'day')} ago`, tone: 'bad' };
  if (left === 0) return { text: 'Last day', tone: 'attention' };
  return { text: `${counted(left, 'day')} left`, tone: left <= SOON ? 'attention' : 'good' };
}

/** How long ago a day was, such as `36 days ago`; null without a clock and for days to come. */
export function ageText(date: string, asOf: string | null): string | null {
  const left = leftOf(date, asOf);
  if (left === null || left > 0) return null;
  return left === 0 ? 'today' : `${counted(-left, 'day')} ago`;
}

function leftOf(date: string, asOf: string | null): number | null {
  const left = asOf === null ? Number.NaN : daysBetween(asOf, date);
  return Number.isNaN(left) ? null : left;
}

/** A date, followed by what it means today. */
export function dated(date: string, mark: Mark | null): Value {
  const day: Value = { kind: 'date', iso: date, text: dayOf(date) };
  if (mark === null) return day;
  return { kind: 'run', items: [day, { kind: 'text', text: ' ' }, { kind: 'status', ...mark }] };
}
