import { type Corpus, engagementData, entriesOf, titleOf } from '../graph/corpus.ts';
import { rawAt, textAt } from '../graph/fields.ts';

/** The file at the top of the content folder to which people add words, one a line. */
export const wordsFile = 'words.txt';

/** Types whose titles are names. */
const NAMED = ['person', 'system', 'vendor', 'integration', 'glossary'];

/** Words that the handbook itself explains or names: people, systems, vendors, both sides, terms. */
export function namesOf(corpus: Corpus): Set<string> {
  const engagement = engagementData(corpus);
  const sides = ['customer.name', 'vendor.name'].map((path) => textAt(engagement, path) ?? '');
  const titles = NAMED.flatMap((name) => entriesOf(corpus, name)).map((entry) =>
    [titleOf(entry), textAt(entry.data, 'expansion'), aliasesOf(rawAt(entry.data, 'aliases'))].join(
      ' ',
    ),
  );
  return new Set([...sides, ...titles].flatMap((text) => text.match(/\p{L}{2,}/gu) ?? []));
}

const aliasesOf = (aliases: unknown): string => (Array.isArray(aliases) ? aliases.join(' ') : '');

/** The words of a list: one a line, empty lines and those that begin with `#` left out. */
export const wordsOfList = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
