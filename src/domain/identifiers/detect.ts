import { base64Texts } from './base64.ts';
import { type Detector, type Hit, type IdentifierKind, identifierKinds } from './detector.ts';
import { fold } from './fold.ts';
import { detectors } from './registry.ts';

/** A hit, and what hides it. */
export interface Sighted extends Hit {
  readonly in: 'plain' | 'base64';
}

/** Everything in a text that looks like an identifier of a person, in its order, without overlaps. */
export function identifiersIn(text: string, depth = 0): Sighted[] {
  const { text: plain, offsetOf } = fold(text);
  const found: Sighted[] = hitsIn(plain).map((hit) => ({ ...moved(hit, offsetOf), in: 'plain' }));
  if (depth < 2) {
    for (const run of base64Texts(plain)) {
      const here = () => offsetOf(run.offset);
      for (const hit of identifiersIn(run.text, depth + 1))
        found.push({ ...moved(hit, here), end: offsetOf(run.end), in: 'base64' });
    }
  }
  return withoutOverlaps(found);
}

function hitsIn(text: string): Hit[] {
  const worded = placesOfWords(text.toLowerCase());
  return detectors.flatMap((detector) => {
    const words = worded.get(detector) ?? [];
    const places =
      detector.anchor === undefined ? words : [...words, ...placesOf(detector.anchor, text)];
    return places.length === 0 ? [] : [...detector.find(text, places.sort(ascending))];
  });
}

const ascending = (a: number, b: number): number => a - b;

function placesOf(anchor: RegExp, text: string): number[] {
  return Array.from(text.matchAll(anchor), ({ index }) => index);
}

/** Where a word of a detector stands; one pass over the text for all of them. */
function placesOfWords(small: string): ReadonlyMap<Detector, number[]> {
  const places = new Map<Detector, number[]>();
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(small); match !== null; match = WORDS.exec(small)) {
    for (const detector of ASKED.get(match[0]) ?? []) {
      const known = places.get(detector);
      if (known) known.push(match.index);
      else places.set(detector, [match.index]);
    }
  }
  return places;
}

const ALL_WORDS = [...new Set(detectors.flatMap(({ words }) => words ?? []))].sort((a, b) =>
  bareOf(a) < bareOf(b) ? 1 : -1,
);
// Sorted backwards a longer word comes before its beginning, and the engine joins those that begin alike.
const WORDS = new RegExp(
  `(?<![a-z])(?:${ALL_WORDS.map((word) => word.replaceAll(/[.()/]/g, '\\$&').replace(/\$$/, '(?![a-z])')).join('|')})`,
  'g',
);
/** Who is asked at a word: those that wait for it or for a part of it. */
const ASKED: ReadonlyMap<string, readonly Detector[]> = new Map(
  ALL_WORDS.map(bareOf).map((word) => [
    word,
    detectors.filter(({ words }) => words?.some((one) => word.includes(bareOf(one)))),
  ]),
);

function bareOf(word: string): string {
  return word.replace(/\$$/, '');
}

function moved(hit: Hit, offsetOf: (offset: number) => number): Hit {
  const [first, ...rest] = hit.values.map((one) => ({ ...one, offset: offsetOf(one.offset) }));
  const values = first === undefined ? hit.values : ([first, ...rest] as const);
  return { ...hit, start: offsetOf(hit.start), end: offsetOf(hit.end), values };
}

const RANK = new Map(Object.keys(identifierKinds).map((kind, rank) => [kind, rank]));
const rankOf = (kind: IdentifierKind): number => RANK.get(kind) ?? 0;

function withoutOverlaps(hits: readonly Sighted[]): Sighted[] {
  const kept: Sighted[] = [];
  let last: Sighted | undefined;
  for (const hit of hits.toSorted((a, b) => a.start - b.start || rankOf(a.kind) - rankOf(b.kind))) {
    if (last === undefined || hit.start >= last.end) kept.push(hit);
    else if (rankOf(hit.kind) < rankOf(last.kind)) kept[kept.length - 1] = hit;
    else continue;
    last = hit;
  }
  return kept;
}
