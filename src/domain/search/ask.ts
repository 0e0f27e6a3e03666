import { beginningWith, type NameIndex } from './name-index.ts';
import { nearWords } from './near-words.ts';
import type { Reading, ReadToken } from './read-query.ts';
import { compact, type Token } from './terms.ts';

/** One thing that a page should hold, in any of several spellings. */
export interface Asked {
  readonly spellings: readonly Spelling[];
  /** Whether a page without it misses something; a compound adds to its parts only. */
  readonly counts: boolean;
  readonly weight: number;
  readonly token: ReadToken;
}

/** A term and how sure it is that the reader means it. */
export interface Spelling {
  readonly term: string;
  readonly sure: number;
  /** Only in names: it was guessed from them. */
  readonly namesOnly: boolean;
  readonly from: 'typed' | 'start' | 'corrected' | 'synonym';
}

/** Pairs of an abbreviation and its expansion, both as stems. */
export interface Synonym {
  readonly short: string;
  readonly long: readonly string[];
  /** As they are written. */
  readonly words: readonly [string, string];
}

export interface Vocabulary {
  readonly names: NameIndex;
  readonly synonyms: readonly Synonym[];
  /** Whether a word stands in texts; null while that is not known. */
  readonly inTexts: ((term: string) => number) | null;
  /** Words of the texts, for corrections; empty until they are needed. */
  readonly words: ReadonlyMap<string, number>;
}

/** What is looked up for a query. */
export function askedOf(reading: Reading, vocabulary: Vocabulary): Asked[] {
  const asked: Asked[] = [];
  const parts = new Set<string>();
  for (const token of reading.tokens) {
    for (const part of token.parts) {
      if (parts.has(part)) continue;
      parts.add(part);
      const spellings = spellingsOf(part, token, vocabulary);
      asked.push({ spellings, counts: true, weight: 1, token });
    }
    for (const whole of token.whole)
      asked.push({
        spellings: wholeSpellings(whole, vocabulary),
        counts: false,
        weight: 0.9,
        token,
      });
  }
  return [...asked, ...joined(reading, vocabulary), ...expansions(reading, vocabulary)];
}

const typed = (term: string): Spelling => ({ term, sure: 1, namesOnly: false, from: 'typed' });

function spellingsOf(part: string, token: ReadToken, vocabulary: Vocabulary): Spelling[] {
  const { names, synonyms } = vocabulary;
  const spellings = [typed(part)];
  if (names.terms.has(`.${part}`))
    spellings.push({ term: `.${part}`, sure: 0.8, namesOnly: true, from: 'synonym' });
  const least = token.open ? 1 : 4;
  if (part.length >= least)
    for (const term of beginningWith(names.sorted, part, 40))
      if (term !== part)
        spellings.push({ term, sure: startSure(part, term), namesOnly: true, from: 'start' });
  for (const { short, long } of synonyms)
    if (long.length === 1 && short === part && token.parts.length === 1)
      spellings.push({ term: long[0] ?? '', sure: 0.5, namesOnly: false, from: 'synonym' });
  return [...spellings, ...corrections(part, vocabulary)];
}

const startSure = (part: string, term: string): number => 0.45 + 0.4 * (part.length / term.length);

/** Words that are known, for one that is not. */
function corrections(part: string, { names, inTexts, words }: Vocabulary): Spelling[] {
  if (names.terms.has(part) || (inTexts?.(part) ?? 0) > 1) return [];
  const common = (word: string) =>
    (names.terms.get(word)?.length ?? 0) * 2 + (words.get(word) ?? 0);
  const known = new Set([...names.terms.keys(), ...words.keys()]);
  return nearWords(part, known, common).map(({ word, distance }) => ({
    term: word,
    sure: 0.9 - 0.15 * distance,
    namesOnly: false,
    from: 'corrected',
  }));
}

function wholeSpellings(whole: string, vocabulary: Vocabulary): Spelling[] {
  const { names } = vocabulary;
  const starts = beginningWith(names.sorted, whole, 20).filter((term) => term !== whole);
  return [
    typed(whole),
    ...starts.map((term): Spelling => ({ term, sure: 0.9, namesOnly: true, from: 'start' })),
    ...(whole.length >= 8 && starts.length === 0
      ? corrections(whole, { ...vocabulary, words: new Map() })
      : []),
  ];
}

/** Neighbouring words as one: "crash loop" is written CrashLoop. */
function joined({ tokens }: Reading, { names }: Vocabulary): Asked[] {
  return tokens.slice(1).flatMap((token, at): Asked[] => {
    const before = tokens[at];
    const pair = `${before?.parts.at(-1) ?? ''}${token.parts[0] ?? ''}`;
    const long = compact(`${before?.text ?? ''}${token.text}`);
    const known = [...new Set([pair, long, ...shortened(before, token, names)])].filter((term) =>
      names.terms.has(term),
    );
    if (known.length === 0) return [];
    return [{ spellings: known.map(typed), counts: false, weight: 0.5, token }];
  });
}

/** Names that put together the beginnings of two neighbours: "connection tracking" is conntrack. */
function shortened(before: ReadToken | undefined, token: ReadToken, names: NameIndex): string[] {
  const first = before?.text.toLowerCase() ?? '';
  const second = token.text.toLowerCase();
  if (!/^[a-z]{4,}$/.test(first) || !/^[a-z]{4,}$/.test(second)) return [];
  return beginningWith(names.sorted, first.slice(0, 3), 200).filter((term) => {
    if (term.length < 7) return false;
    for (let at = 3; at <= term.length - 3; at += 1)
      if (first.startsWith(term.slice(0, at)) && second.startsWith(term.slice(at))) return true;
    return false;
  });
}

/** Whether a token is an abbreviation by itself, not a piece of a code: `no-ack` is no ACK. */
export const isAbbreviation = ({ parts, whole }: Token, short: string): boolean =>
  (parts.length === 1 && parts[0] === short) || whole.includes(short);

/** The long form of an abbreviation that was typed, and the short one of a long form. */
function expansions({ tokens }: Reading, { synonyms }: Vocabulary): Asked[] {
  const parts = tokens.flatMap((token) => token.parts);
  return synonyms.flatMap(({ short, long }): Asked[] => {
    const token = tokens.find((each) => isAbbreviation(each, short));
    if (token)
      return long.map((term) => ({
        spellings: [{ term, sure: 1, namesOnly: false, from: 'synonym' }],
        counts: false,
        weight: 0.35 / Math.sqrt(long.length),
        token,
      }));
    const last = tokens.find((each) => each.parts.includes(long.at(-1) ?? ''));
    return last && long.length > 1 && long.every((term) => parts.includes(term))
      ? [
          {
            spellings: [{ term: short, sure: 1, namesOnly: false, from: 'synonym' }],
            counts: false,
            weight: 0.6,
            token: last,
          },
        ]
      : [];
  });
}
