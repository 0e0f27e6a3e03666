import { type Entry, titleOf } from '../../domain/graph/corpus.ts';
import { isDay } from '../../domain/graph/days.ts';
import { isLiving } from '../../domain/graph/responsibilities.ts';
import { nameOf } from '../../domain/standard/facts/people.ts';
import { reviewOf } from '../../domain/standard/facts/reviews.ts';
import type { StandardContext } from '../../domain/standard/rule.ts';
import type { Handbook } from '../handbook.ts';
import { drillFacts, lastDrill } from './forms/drill-facts.ts';
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

/** The last drill of a runbook in one line; null for other documents and retired ones. */
export function drillMark(entry: Entry, book: DrillBook): Mark | null {
  const context = book.standard;
  if (entry.type.name !== 'runbook' || !isLiving(entry)) return null;
  if (context === null) return undatedDrill(entry, book);
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
  if (found.failedSince !== null)
    return { text: `failed when last drilled on ${dayOf(found.failedSince)}`, tone: 'bad' };
  return {
    text: `drilled on ${day} by ${nameOf(context.corpus, executor)}${took}`,
    tone: 'good',
  };
}

type DrillBook = Pick<Handbook, 'standard' | 'corpus' | 'graph' | 'asOf'>;

/** Without a day nothing counts or fails to count: what the newest drill says of itself. */
function undatedDrill(entry: Entry, book: DrillBook): Mark {
  const drill = lastDrill({ entry, graph: book.graph, asOf: book.asOf });
  if (drill === null) return { text: 'no drill recorded', tone: 'quiet' };
  const { on, result, minutes, executor, vendors } = drillFacts({ ...book, entry: drill });
  const words = [
    `last drilled on ${dayOf(on)}`,
    ...(executor ? [`by ${titleOf(executor)}`] : []),
    ...(minutes === null ? [] : [`in ${minutes} minutes`]),
    ...(vendors.length === 0 ? [] : ['with the vendor there']),
  ];
  const failed = result?.tone === 'bad';
  return { text: `${words.join(' ')}${failed ? ': failed' : ''}`, tone: failed ? 'bad' : 'quiet' };
}
