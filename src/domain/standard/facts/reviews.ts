import type { Entry } from '../../graph/corpus.ts';
import { addDays, isDay } from '../../graph/days.ts';
import type { StandardContext } from '../rule.ts';

/** What the review stamp of a document is worth today. */
export type ReviewState =
  | { readonly state: 'none' }
  /** The text changed since; `on` and `by` are of the voided review. */
  | { readonly state: 'changed'; readonly on: string; readonly by: string }
  | {
      readonly state: 'due' | 'current';
      readonly on: string;
      readonly by: string;
      readonly dueOn: string | null;
    }
  /** A stamp that cannot be true: a day to come, a malformed one, no digest. */
  | { readonly state: 'invalid'; readonly why: string };

/** The review of a document as seen today. */
export function reviewOf(
  entry: Entry,
  { asOf, hashOf }: Pick<StandardContext, 'asOf' | 'hashOf'>,
): ReviewState {
  const {
    reviewed_on: on,
    reviewed_by: by,
    reviewed_hash: hash,
    review_every_days: days,
  } = entry.data;
  if (on === undefined && by === undefined && hash === undefined) return { state: 'none' };
  if (!isDay(on)) return { state: 'invalid', why: 'it has no day' };
  if (on > asOf) return { state: 'invalid', why: `it is of ${on}, which is still to come` };
  if (typeof by !== 'string') return { state: 'invalid', why: 'it does not say who reviewed' };
  if (typeof hash !== 'string') return { state: 'invalid', why: 'it does not say which text' };
  if (hash !== hashOf(entry)) return { state: 'changed', on, by };
  const dueOn = isInterval(days) ? addDays(on, days) : null;
  return { state: dueOn !== null && dueOn < asOf ? 'due' : 'current', on, by, dueOn };
}

/** Longer ones are mistakes, and lead out of the calendar. */
const isInterval = (days: unknown): days is number =>
  Number.isInteger(days) && Number(days) >= 1 && Number(days) <= 365;
