import type { Entry } from '../graph/corpus.ts';
import { plainOf } from './plain.ts';

/** Titles of two or more words, found where they are written exactly so. */
export interface Titles {
  /** The entries of each title that stands in a plain text, with its offset. */
  in(plain: string): readonly { readonly entries: readonly Entry[]; readonly offset: number }[];
}

interface Title {
  readonly entries: Entry[];
  readonly words: readonly string[];
  /** Characters before the word by which it is looked up. */
  readonly before: number;
  /** Whether it looks like any other words at the beginning of a sentence, such as "Platform engineer". */
  readonly isOrdinary: boolean;
}

/** Prepares titles for search: one look-up for each word of a text that begins with a capital or a digit. */
export function titlesOf(entries: Iterable<Entry>): Titles {
  const byWord = byLookUp(entries);
  return {
    in: (plain) => {
      const found: { entries: readonly Entry[]; offset: number }[] = [];
      if (byWord.size === 0) return found;
      ANCHORS.lastIndex = 0;
      for (let word = ANCHORS.exec(plain); word !== null; word = ANCHORS.exec(plain))
        for (const title of byWord.get(word[0]) ?? []) {
          const offset = word.index - title.before;
          if (isAt(title, plain, offset)) found.push({ entries: title.entries, offset });
        }
      return found;
    },
  };
}

function byLookUp(entries: Iterable<Entry>): ReadonlyMap<string, readonly Title[]> {
  const byText = new Map<string, Title>();
  const byWord = new Map<string, Title[]>();
  for (const entry of entries) {
    const text = textOf(entry);
    const known = byText.get(text);
    known?.entries.push(entry);
    // What is written in small letters throughout are words that anybody may use.
    const word = ANCHOR.exec(text);
    if (known || word === null || !text.includes(' ')) continue;
    const [words, isOrdinary] = [text.split(' '), ORDINARY.test(text)];
    const title = { entries: [entry], words, before: word.index, isOrdinary };
    byText.set(text, title);
    const others = byWord.get(word[0]);
    if (others) others.push(title);
    else byWord.set(word[0], [title]);
  }
  return byWord;
}

/** The title that an entry gives itself, in plain words; an empty text where it gives none. */
function textOf({ data, type }: Entry): string {
  const title = data[type.titleField];
  return typeof title === 'string' ? plainOf(title).trim().replaceAll(/\s+/g, ' ') : '';
}

function isAt({ words, isOrdinary }: Title, plain: string, offset: number): boolean {
  if (offset < 0) return false;
  let end = offset;
  for (const word of words) {
    if (end > offset) {
      const from = end;
      while (GAP.has(plain[end] ?? '')) end++;
      if (end === from) return false;
    }
    if (!plain.startsWith(word, end)) return false;
    end += word.length;
  }
  const before = plain.slice(Math.max(0, offset - 8), offset);
  if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(plain.slice(end, end + 2)))
    return false;
  return !isOrdinary || AMONG_WORDS.test(before);
}

/** What stands between two words, also where a line of a quotation ends between them. */
const GAP: ReadonlySet<string> = new Set([' ', '\n', '\t', '>']);

/** Two words of which only the first has a capital. */
const ORDINARY = /^\p{Lu}[^\p{Lu}\p{N} ]* [^\p{Lu}\p{N} ]+$/u;
/** What stands before a word that begins no sentence, or that is quoted. */
const AMONG_WORDS = /[\p{L}\p{N},;][^\S\n]*\n?[^\S\n]*$|["'\u2018\u201C(]$/u;

const ANCHOR = /[\p{Lu}\p{N}][\p{L}\p{N}]*/u;
const ANCHORS = new RegExp(ANCHOR, 'gu');
