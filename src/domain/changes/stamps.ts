import { type Entry, slugOf } from '../graph/corpus.ts';
import { acceptanceOf } from '../standard/facts/acceptances.ts';
import { drillsOf } from '../standard/facts/drills.ts';
import { reviewOf } from '../standard/facts/reviews.ts';
import type { StandardContext } from '../standard/rule.ts';
import { type Named, named } from './documents.ts';

/** A record of somebody's work on a document that says nothing of the text as it is now. */
export interface Voided extends Named {
  readonly what: 'review' | 'acceptance' | 'drill';
}

/** The records that counted before and do not since the text changed. `entryBefore` finds the document of before. */
export function voidedStamps(
  before: StandardContext,
  now: StandardContext,
  entryBefore: (entry: Entry) => Entry | null,
): Voided[] {
  return now.corpus.entries.flatMap((entry) => {
    const was = entryBefore(entry);
    // What has the same text has the same records, and most documents have.
    if (was === null || before.hashOf(was) === now.hashOf(entry)) return [];
    return stamps
      .filter(({ counts }) => counts(was, before) && !counts(entry, now))
      .map(({ what }) => ({ ...named(entry), what }));
  });
}

interface Kind {
  readonly what: Voided['what'];
  /** Whether there is one for the very text of a document. */
  readonly counts: (entry: Entry, context: StandardContext) => boolean;
}

const stamps: readonly Kind[] = [
  {
    what: 'review',
    counts: (entry, context) => ['current', 'due'].includes(reviewOf(entry, context).state),
  },
  {
    what: 'acceptance',
    counts: (entry, context) => acceptanceOf(entry, context).state === 'current',
  },
  {
    what: 'drill',
    counts: (entry, context) =>
      entry.type.name === 'runbook' &&
      drillsOf(context).some(
        (drill) =>
          drill.runbook === slugOf(entry) &&
          drill.passed &&
          drill.entry.data['drilled_hash'] === context.hashOf(entry),
      ),
  },
];

/** A document whose review has run out. */
export interface DueReview extends Named {
  readonly dueOn: string;
}

/** Documents that are due for review, the oldest first. */
export const dueReviews = (context: StandardContext): DueReview[] =>
  context.corpus.entries
    .flatMap((entry) => {
      const review = reviewOf(entry, context);
      return review.state === 'due' && review.dueOn !== null
        ? [{ ...named(entry), dueOn: review.dueOn }]
        : [];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
