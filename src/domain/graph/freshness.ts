import type { Entry } from './corpus.ts';
import { addDays } from './days.ts';

/** When a document was last reviewed and when it is due again, as seen on a day. */
export interface Freshness {
  readonly state: 'unreviewed' | 'current' | 'due';
  /** Day of the last review, ISO. */
  readonly reviewedOn: string | null;
  /** Day by which it is to be reviewed again, ISO; null where no interval is set. */
  readonly dueOn: string | null;
}

/** The freshness of an entry on the day `asOf` (ISO date); without a day nothing is ever due. */
export function freshnessOf(entry: Entry, asOf: string | null): Freshness {
  const { reviewed_on: on, review_every_days: days } = entry.data;
  if (typeof on !== 'string' || !isDate(on) || (asOf !== null && on > asOf)) {
    return { state: 'unreviewed', reviewedOn: null, dueOn: null };
  }
  const dueOn = isInterval(days) ? addDays(on, days) : null;
  const due = dueOn !== null && asOf !== null && dueOn < asOf;
  return { state: due ? 'due' : 'current', reviewedOn: on, dueOn };
}

/** Whether a text is a day of the calendar; `Date.parse` alone takes 30 February for 2 March. */
const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;

const isInterval = (days: unknown): days is number =>
  Number.isInteger(days) && Number(days) >= 1 && Number(days) <= 365;
