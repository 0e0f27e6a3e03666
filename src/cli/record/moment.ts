import { isDay } from '../../domain/graph/days.ts';
import { Refusal } from '../refusal.ts';

/** A moment as somebody typed it. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The same in UTC, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly utc: string;
  /** The day where it was typed, ISO. */
  readonly day: string;
}

const FORM = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Reads a moment with its offset from UTC; anything else throws a Refusal. */
export function readMoment(option: string, word: string): Moment {
  const day = FORM.exec(word)?.[1];
  const time = Date.parse(word);
  if (!isDay(day) || Number.isNaN(time)) {
    throw new Refusal(
      `--${option} "${word}" is no moment. Write day, time and offset from UTC, such as 2026-09-14T09:30:00-06:00 or 2026-09-14T15:30:00Z.`,
    );
  }
  return { time, utc: new Date(time).toISOString().replace(/\.\d+Z$/, 'Z'), day };
}
