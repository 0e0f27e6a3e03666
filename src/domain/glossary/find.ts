import { type PlacedToken, placedTokens } from './tokens.ts';
import { type Branch, keyOf, type Spelling, type Term, type Vocabulary } from './vocabulary.ts';

/** A term as it stands in a text. */
export interface Found {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

/** The terms that stand in a text as whole words, the longest at each place; one pass over the text. */
export function findTerms(text: string, { root }: Vocabulary): Found[] {
  const tokens = placedTokens(text);
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = readAt(tokens, at, root, text);
    if (read) found.push(read.found);
    at += read?.count ?? 1;
  }
  return found;
}

function readAt(
  tokens: readonly PlacedToken[],
  from: number,
  root: Branch,
  text: string,
): { found: Found; count: number } | null {
  const start = tokens[from]?.start ?? 0;
  if (BOUND_BEFORE.test(text.slice(Math.max(0, start - 1), start))) return null;
  let longest: { found: Found; count: number } | null = null;
  let branch: Branch | undefined = root;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as PlacedToken;
    branch = branch.next.get(keyOf(at === from ? { ...token, gap: '' } : token));
    if (branch === undefined) break;
    const read = tokens.slice(from, at + 1);
    const spelling = branch.ends.find((one) => stands(one, read));
    const { end } = token;
    if (spelling && !BOUND_AFTER.test(text.slice(end, end + 2)))
      longest = { found: { term: spelling.term, start, end }, count: read.length };
  }
  return longest;
}

const stands = ({ exact }: Spelling, read: readonly PlacedToken[]): boolean =>
  exact.every((word, index) => word === null || word === read[index]?.word);

/** What ties a word to the one before, as in `non-PHI`, paths, addresses and fields of messages. */
const BOUND_BEFORE = /^[-\u2010\u2011_./\\@#$^=~&|+]$/;

const BOUND_AFTER = /^(?:[_/\\^@=|+]|[-\u2010\u2011.:][\p{L}\p{N}])/u;
