import { typeNames } from '../../documents/registry.ts';
import type { Entry } from '../../graph/corpus.ts';
import { addDays, isDay } from '../../graph/days.ts';
import { numberAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import {
  byOwner,
  counted,
  firstOf,
  isStanding,
  liveDocuments,
  placeOfPerson,
} from '../facts/documents.ts';
import { type ReviewState, reviewOf } from '../facts/reviews.ts';
import { defineStandardRule, type Outcome, type StandardContext } from '../rule.ts';

type Id = 'never' | 'draft' | 'noInterval' | 'changed' | 'due' | 'invalid';

export const site03 = defineStandardRule<'SITE-03', Id>({
  id: 'SITE-03',
  title: 'Each page says when it was last checked',
  statement:
    'Each page that time can make wrong says who checked it and when, and by when it is checked again; an edit after that shows as "changed since verified".',
  why: 'The reader at night has no time to find out whether a page is from this year. One that was wrong once is believed never again, and the next one is not opened.',
  sources: [
    { source: 'hipaa-164.316', clause: '(b)(2)(iii)' },
    { source: 'readers', clause: 'pages that say when they were last checked' },
  ],
  appliesTo: typeNames,
  stages: [
    { from: 'K', severity: 'warning' },
    { from: '-30', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [
    'Say how often each page is reviewed: `--every 90` for what is used in an incident, up to 365 for the rest.',
    'The owner reads the page against the system and runs: npm run handbook -- review ID --by PERSON --every 90',
    'After an edit, review it again. Pages of one day, such as decisions and postmortems, need no review.',
  ],
  limits: 'That whoever reviewed it looked at the system, and not at the page alone.',
  messages: {
    never: {
      message: '{name} owns {count} that nobody has ever reviewed: {first}.',
      fix: 'Read each against the system, then run: npm run handbook -- review {id} --by PERSON --every 90',
    },
    draft: {
      message: '{name} owns {count} still in draft that nobody has reviewed: {first}.',
      fix: 'Finish or retire each, then run: npm run handbook -- review {id} --by PERSON --every 90',
      from: '-30',
    },
    noInterval: {
      message: '{name} owns {count} without a day of the next review: {first}.',
      fix: 'Write into each: review_every_days: 90',
    },
    changed: {
      message: 'Of {name}, {count} changed since the last review: {first}.',
      fix: 'Read what changed (git log), then run: npm run handbook -- review {id} --by PERSON',
    },
    due: {
      message: 'Of {name}, {count} are past the day of their next review: {first}.',
      fix: 'Read each against the system, then run: npm run handbook -- review {id} --by PERSON',
    },
    invalid: {
      message: 'Its review cannot be true: {why}.',
      fix: 'Take the stamp out, and run: npm run handbook -- review {id} --by PERSON',
    },
  },
  examples: {
    ok: { path: 'systems/fax-gateway.mdx', text: 'review_every_days: 90\n' },
    notOk: { path: 'systems/fax-gateway.mdx', text: 'reviewed_on: 2027-02-30\n' },
  },
  *check(context) {
    const standing = liveDocuments(context.corpus)
      .filter(isStanding)
      .map((entry) => {
        const review = reviewOf(entry, context);
        return { entry, review, trouble: troubleOf(entry, review, context) };
      });
    for (const [trouble, found] of Map.groupBy(standing, (one) => one.trouble)) {
      if (trouble === 'invalid') yield* found.map(({ entry, review }) => invalid(entry, review));
      else if (trouble !== null)
        yield* grouped(
          trouble,
          found.map(({ entry }) => entry),
          context,
        );
    }
    const good = standing.filter(({ review }) => review.state === 'current').length;
    if (good > 0) yield { evidence: `${counted(good)} reviewed as they stand, none of them due` };
  },
});

/** What is wrong with the review of a document; null where nothing is, or its first one is not due yet. */
function troubleOf({ data }: Entry, review: ReviewState, { asOf }: StandardContext): Id | null {
  if (review.state === 'current') return review.dueOn === null ? 'noInterval' : null;
  if (review.state !== 'none') return review.state;
  const { created } = data;
  const days = numberAt(data, 'review_every_days');
  const isYoung =
    isDay(created) && created <= asOf && days !== null && addDays(created, days) >= asOf;
  if (isYoung) return null;
  return data['status'] === 'draft' ? 'draft' : 'never';
}

function invalid({ id, path, data }: Entry, review: ReviewState): Outcome<Id> {
  const name = ['reviewed_on', 'reviewed_by', 'reviewed_hash'].find((one) => one in data);
  const why = review.state === 'invalid' ? review.why : '';
  return { messageId: 'invalid', path, position: field([name ?? 'title']), args: { id, why } };
}

/** One finding for each owner, at the owner: it stays the same one while page after page is mended. */
function* grouped(
  messageId: Id,
  entries: readonly Entry[],
  { corpus }: StandardContext,
): Iterable<Outcome<Id>> {
  for (const [owner, own] of byOwner(entries)) {
    const { name, ...at } = placeOfPerson(corpus, owner);
    const names = firstOf(own.map(({ id }) => id));
    const args = { name, count: counted(own.length), first: names, id: own[0]?.id ?? '' };
    yield { messageId, ...at, args };
  }
}
