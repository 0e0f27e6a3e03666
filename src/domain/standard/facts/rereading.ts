import type { Entry } from '../../graph/corpus.ts';
import { addDays, isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';
import { noWitness } from './history.ts';
import {
  beforeWatching,
  type PastText,
  pastField,
  statusSince,
  textBefore,
  withoutStamps,
} from './past-text.ts';
import { countWords } from './substance.ts';

/** How a page stands to something that happened: read again since, not yet, stamped only, or nobody can tell. */
export type Rereading =
  | { readonly state: 'reread' | 'due' | 'stamped' }
  | { readonly state: 'unknown'; readonly why: string };

/** Whether a page was read again, in earnest, since a decision that is in force. */
export function rereadSince(decision: Entry, page: Entry, context: StandardContext): Rereading {
  const { reviewed_on: reviewed } = page.data;
  const { date } = decision.data;
  if (!isDay(reviewed) || reviewed > context.asOf) return { state: 'due' };
  if (isDay(date) && reviewed < date) return { state: 'due' };
  const blind = noWitness(context, isDay(date) ? date : reviewed);
  if (blind !== null) return { state: 'unknown', why: blind };
  const accepted = statusSince(decision, context);
  if (accepted === null)
    return { state: 'unknown', why: `${decision.path} was never committed as it is.` };
  const before = textBefore(page.path, accepted, context);
  if (before === null) return { state: 'reread' };
  const number = /\d{4}/.exec(decision.id)?.[0] ?? decision.id;
  return compare(before, number, page, context);
}

/** Days for which a look at the watched code counts. */
const LOOK_LIFE = 30;

/** Whether a page was read again since the code that it watches last changed; null where it watches none. */
export function rereadSinceCode(page: Entry, context: StandardContext): Rereading | null {
  const { data } = page;
  const watched = textAt(data, 'watch.commit');
  if (watched === null) return null;
  const seen = textAt(data, 'watch_seen.commit');
  const on = textAt(data, 'watch_seen.on');
  if (seen === null || !isDay(on) || on > context.asOf || addDays(on, LOOK_LIFE) < context.asOf) {
    const why = `Nobody recorded in the ${LOOK_LIFE} days before ${context.asOf} which commit under the watched paths of ${page.path} is the newest. Look it up in ${textAt(data, 'watch.repository') ?? 'its repository'}, and write: watch_seen: { commit: …, on: … }`;
    return { state: 'unknown', why };
  }
  if (!isSameCommit(seen, watched)) return { state: 'due' };
  const blind = noWitness(context, on);
  if (blind !== null) return { state: 'unknown', why: blind };
  const before = beforeWatching(page, watched, context);
  return before === null
    ? { state: 'reread' }
    : compare(before, watched.slice(0, SHORT), page, context, true);
}

/** Digits by which a commit is known. */
const SHORT = 7;

const isSameCommit = (one: string, other: string): boolean =>
  one.slice(0, SHORT) === other.slice(0, SHORT) && (one.startsWith(other) || other.startsWith(one));

/** Compares a page with what it was before; `name` is what a note has to name where nothing changed. */
function compare(
  before: PastText,
  name: string,
  page: Entry,
  { fileOf }: Pick<StandardContext, 'fileOf'>,
  mayKeepStamp = false,
): Rereading {
  const isOldStamp =
    pastField(before.text, 'reviewed_on') === page.data['reviewed_on'] &&
    pastField(before.text, 'reviewed_hash') === (page.data['reviewed_hash'] ?? null);
  if (isOldStamp && !mayKeepStamp) return { state: 'due' };
  const now = fileOf(page.path)?.text ?? '';
  if (withoutStamps(now) !== withoutStamps(before.text)) return { state: 'reread' };
  return { state: isNoted(page, name, before) ? 'reread' : 'stamped' };
}

/** Words of a note that are more than the name of what it is about. */
const WORDS_OF_NOTE = 4;

/** Whether the review carries a note of its own on why this needs no change. */
function isNoted({ data }: Entry, name: string, before: PastText): boolean {
  const note = textAt(data, 'review_note');
  return (
    note?.includes(name) === true &&
    countWords(note) > WORDS_OF_NOTE &&
    note !== pastField(before.text, 'review_note')
  );
}
