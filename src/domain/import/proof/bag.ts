import { append } from '../lists.ts';

/** Words that may stand for missing ones: those of the list, of fields, or of another place in the result. */
export interface Bag {
  /** How many of the words from `from` to `to` stand here together, from the first on. */
  longest(words: readonly string[], from: number, to: number): { at: number; length: number };
  /** Whether these words are all of one text. */
  isWhole(at: number, length: number): boolean;
  /** Marks words as spoken for, so that one place stands for one loss. */
  use(at: number, length: number): void;
  /** Runs of words that nobody asked for. */
  unused(): { at: number; words: string[] }[];
}

/** Between two texts: no run of words goes across. */
const GAP = '\n';
/** Places that are tried for a frequent word. */
const TRIED = 300;

/** A bag of texts as words; one that is `lasting` stands for a loss any number of times. */
export function bagOf(texts: readonly (readonly string[])[], lasting = false): Bag {
  const words: string[] = [];
  for (const text of texts) {
    append(words, text);
    if (text.length > 0) words.push(GAP);
  }
  const used = new Uint8Array(words.length);
  const index = indexOf(words);

  function lengthAt(at: number, wanted: readonly string[], from: number, to: number): number {
    let length = 0;
    while (
      from + length < to &&
      words[at + length] === wanted[from + length] &&
      used[at + length] === 0
    ) {
      length += 1;
    }
    return length;
  }

  const isWhole = (at: number, length: number): boolean =>
    (at === 0 || words[at - 1] === GAP) && words[at + length] === GAP;

  return {
    longest(wanted, from, to) {
      let best = { at: -1, length: 0 };
      let tried = 0;
      for (const at of index.get(wanted[from] ?? GAP) ?? []) {
        const length = lengthAt(at, wanted, from, to);
        const isBetter = length > best.length || (length === best.length && isWhole(at, length));
        if (isBetter) best = { at, length };
        if (length > 0) tried += 1;
        if (length === to - from && isWhole(at, length)) break;
        if (tried > TRIED) break;
      }
      return best;
    },
    isWhole,
    use: (at, length) => void (lasting || used.fill(1, at, at + length)),
    unused() {
      const runs: { at: number; words: string[] }[] = [];
      let run: string[] = [];
      words.forEach((word, at) => {
        if (word !== GAP && used[at] === 0) {
          if (run.length === 0) runs.push({ at, words: run });
          run.push(word);
        } else run = [];
      });
      return runs;
    },
  };
}

function indexOf(words: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  words.forEach((word, at) => {
    if (word === GAP) return;
    const places = index.get(word);
    if (places) places.push(at);
    else index.set(word, [at]);
  });
  return index;
}

/** Whether words are nothing but runs of a bag, none shorter than so many words. */
export function isMadeOf(words: readonly string[], bag: Bag, shortest: number): boolean {
  let from = 0;
  while (from < words.length) {
    const { length } = bag.longest(words, from, words.length);
    if (length < Math.min(shortest, words.length - from)) return false;
    from += length;
  }
  return true;
}
