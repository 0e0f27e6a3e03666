import type { Entry } from './corpus.ts';
import { addDays, isDay } from './days.ts';

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
  if (!isDay(on) || (asOf !== null && on > asOf)) {
    return { state: 'unreviewed', reviewedOn: null, dueOn: null };
  }
  const dueOn = isInterval(days) ? addDays(on, days) : null;
  const due = dueOn !== null && asOf !== null && dueOn < asOf;
  return { state: due ? 'due' : 'current', reviewedOn: on, dueOn };
}

const isInterval = (days: unknown): days is number =>
  Number.isInteger(days) && Number(days) >= 1 && Number(days) <= 365;
