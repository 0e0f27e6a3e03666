/** Where a term stands: the number of a page, and how much the page is about it. */
export interface Posting {
  readonly page: number;
  readonly weight: number;
}

/** What a page's text weighs is kept in eight steps: less than that is noise. */
const steps = [0.25, 0.45, 0.7, 1, 1.5, 2.3, 3.5, 5.5];

/** A part of the index of texts: all terms between two words, in order. */
export type Shard = ReadonlyMap<string, readonly Posting[]>;

/**
 * A shard as bytes: the terms in order, each by what it shares with the one before, then its postings as distances.
 * Meant to be compressed.
 */
export function shardBytes(shard: Shard): Uint8Array {
  const terms: string[] = [];
  const numbers: number[] = [];
  let last = '';
  for (const [term, postings] of shard) {
    const shared = sharedStart(last, term);
    terms.push(`${String.fromCharCode(65 + shared)}${term.slice(shared)}`);
    last = term;
    numbers.push(postings.length);
    let page = -1;
    for (const posting of postings) {
      numbers.push((posting.page - page - 1) * steps.length + stepOf(posting.weight));
      page = posting.page;
    }
  }
  const words = Array.from(terms.join('\n'), (letter) => letter.codePointAt(0) ?? 0);
  return varints([shard.size, words.length, ...words, ...numbers]);
}

/** Reads a shard; throws where the bytes are not one. */
export function shardOf(bytes: Uint8Array): Shard {
  const read = reader(bytes);
  const size = read.next();
  const words = read.text(read.next());
  const shard = new Map<string, Posting[]>();
  if (size === 0) return shard;
  let term = '';
  for (const row of words.split('\n')) {
    const shared = row.charCodeAt(0) - 65;
    if (!(shared >= 0 && shared <= term.length)) throw new Error('The index of texts is damaged.');
    term = term.slice(0, shared) + row.slice(1);
    shard.set(term, postingsOf(read));
  }
  if (shard.size !== size || !read.atEnd()) throw new Error('The index of texts is damaged.');
  return shard;
}

function postingsOf(read: ReturnType<typeof reader>): Posting[] {
  const postings: Posting[] = [];
  let page = -1;
  for (let left = read.next(); left > 0; left -= 1) {
    const number = read.next();
    page += 1 + Math.floor(number / steps.length);
    postings.push({ page, weight: steps[number % steps.length] ?? 1 });
  }
  return postings;
}

const stepOf = (weight: number): number => {
  const above = steps.findIndex((step) => step >= weight * 0.85);
  return above === -1 ? steps.length - 1 : above;
};

/** At most as many as one character can tell. */
function sharedStart(a: string, b: string): number {
  let shared = 0;
  while (shared < 60 && shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared;
}

function varints(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number;
    while (rest >= 128) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

function reader(bytes: Uint8Array) {
  let at = 0;
  const next = (): number => {
    let number = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at];
      if (byte === undefined || factor > 2 ** 35) throw new Error('The index of texts is damaged.');
      at += 1;
      number += (byte % 128) * factor;
      if (byte < 128) return number;
    }
  };
  const text = (length: number): string => {
    let letters = '';
    for (let left = Math.min(length, bytes.length); left > 0; left -= 1)
      letters += String.fromCodePoint(next());
    return letters;
  };
  return { next, text, atEnd: () => at === bytes.length };
}
