import { type Corpus, type Entry, entriesOf } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import { sourceBelow } from './passages.ts';
import { countWords, saysSomething } from './substance.ts';

const NONE_KNOWN = /^(\W*)(none\b|nothing\b|no (known )?(risk|debt|technical))/i;

const DAY =
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b|\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},? \d{4}\b/i;

/** Fewest words that name a risk. */
const WORDS_OF_RISK = 4;

/** What the risks of a system are worth: listed, said to be none by somebody on a day, or neither. */
export function risksOf(
  system: Entry,
  corpus: Corpus,
): 'listed' | 'none-known' | 'unsigned' | 'missing' {
  const text = sourceBelow(system, 'Risks and debts');
  if (!saysSomething(text) && !NONE_KNOWN.test(text)) return 'missing';
  if (!NONE_KNOWN.test(text) || /^\s*[-*|] ?\S|^\s*\d+\. /m.test(text.replace(NONE_KNOWN, '')))
    return countWords(text) >= WORDS_OF_RISK ? 'listed' : 'missing';
  return isSigned(text, corpus) ? 'none-known' : 'unsigned';
}

/** Whether a text says who looked and when: a day, and the full name of a person of the handbook. */
export const isSigned = (text: string, corpus: Corpus): boolean =>
  DAY.test(text) &&
  entriesOf(corpus, 'person').some(({ data }) => {
    const name = textAt(data, 'name');
    return name !== null && text.includes(name);
  });
