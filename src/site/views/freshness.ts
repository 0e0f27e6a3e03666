import type { Entry } from '../../domain/graph/corpus.ts';
import { isDay } from '../../domain/graph/days.ts';
import { isLiving } from '../../domain/graph/responsibilities.ts';
import { nameOf } from '../../domain/standard/facts/people.ts';
import { reviewOf } from '../../domain/standard/facts/reviews.ts';
import type { StandardContext } from '../../domain/standard/rule.ts';
import { drillStateOf } from './standing.ts';
import { dayOf, type Mark } from './words.ts';

/** What the standard sees, as far as a review needs it; null without a day. */
type Context = Pick<StandardContext, 'asOf' | 'hashOf' | 'corpus'> | null;

/** When and by whom the present text was reviewed; a review that nobody recorded says little, and of what is history nothing. */
export function freshnessWords(entry: Entry, context: Context): Mark | null {
  if (!('reviewed_on' in entry.type.schema.shape)) return null;
  if (context === null) return undatedWords(entry);
  const review = reviewOf(entry, context);
  if (review.state === 'none')
    return isHistory(entry) ? null : { text: 'No review recorded', tone: 'quiet' };
  if (review.state === 'invalid')
    return { text: `The recorded review does not count: ${review.why}`, tone: 'attention' };
  const reviewed = `reviewed on ${dayOf(review.on)} by ${nameOf(context.corpus, review.by)}`;
  if (review.state === 'changed')
    return { text: `changed since it was ${reviewed}`, tone: 'attention' };
  if (review.dueOn === null) return { text: reviewed, tone: 'good' };
  return review.state === 'due'
    ? { text: `${reviewed}, due again since ${dayOf(review.dueOn)}`, tone: 'attention' }
    : { text: `${reviewed}, next by ${dayOf(review.dueOn)}`, tone: 'good' };
}

function undatedWords(entry: Entry): Mark | null {
  const on = entry.data['reviewed_on'];
  if (isDay(on)) return { text: `reviewed on ${dayOf(on)}`, tone: 'quiet' };
  return isHistory(entry) ? null : { text: 'No review recorded', tone: 'quiet' };
}

/** Whether a document is not written on: a week of the past, or what is signed, decided or over. */
const isHistory = (entry: Entry): boolean =>
  entry.type.name === 'weekly-summary' || entry.data['status'] === 'reviewed' || !isLiving(entry);

/** The last drill of a runbook in one line; null for other documents, retired ones and without a day. */
export function drillMark(entry: Entry, context: StandardContext | null): Mark | null {
  if (entry.type.name !== 'runbook' || context === null || !isLiving(entry)) return null;
  const found = drillStateOf(entry, context);
  if (found === null) return { text: 'never drilled', tone: 'attention' };
  const { on, executor, minutes } = found.drill;
  const day = dayOf(on);
  if (found.trouble !== null)
    return {
      text: `the drill of ${day} does not count: it ${found.trouble}`,
      tone: found.drill.passed ? 'attention' : 'bad',
    };
  const took = minutes === null ? '' : ` in ${Math.round(minutes)} minutes`;
  return {
    text: `drilled on ${day} by ${nameOf(context.corpus, executor)}${took}`,
    tone: 'good',
  };
}
