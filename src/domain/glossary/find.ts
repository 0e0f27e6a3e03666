import { foldedWord, nextToken, type Token } from './tokens.ts';
import { type Branch, keyOf, type Spelling, type Term, type Vocabulary } from './vocabulary.ts';

/** A term as it stands in a text. */
export interface Found {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

/** The terms that stand in a text as whole words, the longest at each place; one pass over the text. */
export function findTerms(text: string, { starts }: Vocabulary): Found[] {
  const found: Found[] = [];
  let token = nextToken(text, 0);
  while (token !== null) {
    const branch = starts.get(foldedWord(token.word));
    const read = branch && readFrom(token, branch, text);
    if (read) found.push(read);
    token = nextToken(text, read?.end ?? token.end);
  }
  return found;
}

function readFrom(first: Token, start: Branch, text: string): Found | null {
  if (BOUND_BEFORE.test(text.charAt(first.start - 1))) return null;
  let longest: Found | null = null;
  const read = [first];
  let branch: Branch | undefined = start;
  for (let token: Token | null = first; branch !== undefined; ) {
    const { end }: Token = token;
    const spelling = branch.ends.find((one) => stands(one, read));
    if (spelling && !BOUND_AFTER.test(text.slice(end, end + 2)))
      longest = { term: spelling.term, start: first.start, end };
    token = branch.next.size === 0 ? null : nextToken(text, end);
    if (token === null) break;
    branch = branch.next.get(keyOf(token));
    read.push(token);
  }
  return longest;
}

const stands = ({ exact }: Spelling, read: readonly Token[]): boolean =>
  exact.every((word, index) => word === null || word === read[index]?.word);

/** What ties a word to the one before, as in `non-PHI`, paths, addresses and fields of messages. */
const BOUND_BEFORE = /^[-\u2010\u2011_./\\@#$^=~&|+]$/;

const BOUND_AFTER = /^(?:[_/\\^@=|+]|[-\u2010\u2011.:][\p{L}\p{N}])/u;
