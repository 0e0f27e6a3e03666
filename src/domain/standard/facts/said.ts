const LATER = 'tbd|tba|to\\s?do|to be (?:decided|defined|determined|written|done)|to write|fixme';

const NOTHING = new RegExp(
  `^\\W*(${LATER}|pending|later|unknown|none|n/?a|not applicable|x{3,})?\\W*$`,
  'i',
);

const PROMISE = new RegExp(`^\\W*(${LATER})\\b`, 'i');

/** Words of a promise to write; longer ones may say something all the same. */
const PROMISE_WORDS = 12;

/** Whether the words of a field say something: they are not empty, and not "TBD" or one of its kin. */
export const isSaid = (words: unknown): words is string =>
  typeof words === 'string' && !NOTHING.test(words);

/** Whether the text of a section says something; a short text that begins with "TBD" or "To write" does not. */
export const isWritten = (text: string): boolean =>
  isSaid(text) && !(PROMISE.test(text) && (text.match(/\S+/g)?.length ?? 0) <= PROMISE_WORDS);
