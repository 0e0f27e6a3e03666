import type { Segment } from './model.ts';
import { plainText, tokensOf } from './terms.ts';

/** The text of one page with its sections, as it is kept beside the index. */
export interface PageFile {
  readonly address: string;
  readonly summary: string | null;
  readonly content: string;
  /** Where each section begins, in characters. */
  readonly sections: readonly Section[];
}

interface Section {
  readonly at: number;
  readonly anchor: string;
  readonly title: string;
}

/** Reads the text of a page; throws where it is that of another, or damaged. */
export function readPageFile(text: string, address: string): PageFile {
  const file: PageFile = JSON.parse(text);
  if (file.address !== address || typeof file.content !== 'string')
    throw new Error('The text of a page is damaged.');
  return file;
}

/** The longest text that is looked through for an excerpt. */
const LONGEST = 60_000;

/** A word of a text, by where it stands. */
export interface Place {
  readonly at: number;
  readonly end: number;
  readonly terms: readonly string[];
}

/** The words of a text in order, each with its place. */
export function placesOf(content: string): Place[] {
  const places: Place[] = [];
  for (const found of content.slice(0, LONGEST).matchAll(/[^\s,;()[\]{}<>"“”‘’`|!?*/\\=:]+/g)) {
    const [token] = tokensOf(plainText(found[0]));
    if (token)
      places.push({
        at: found.index,
        end: found.index + found[0].length,
        terms: [...token.parts, ...token.whole],
      });
  }
  return places;
}

/** The section that a place of the text stands in; null before the first. */
export function sectionAt(file: PageFile, at: number): { anchor: string; title: string } | null {
  const section = file.sections.findLast((each) => each.at <= at);
  return section && section.anchor !== '_top'
    ? { anchor: section.anchor, title: section.title }
    : null;
}

/** About this many characters tell a reader whether a page is the right one. */
const EXCERPT = 220;

/** The beginning of the sentence that a place stands in, not farther back than an excerpt can show, and behind the title. */
function startOf(content: string, at: number, least: number): number {
  const near = Math.max(least, at - 120);
  const before = content.slice(near, at);
  const ends = [...before.matchAll(/[.!?:]\s+/g)].at(-1);
  if (ends) return near + ends.index + ends[0].length;
  const start = content.lastIndexOf(' ', Math.max(0, at - 60)) + 1;
  return Math.max(least, start);
}

/** Where the text begins behind the title that each page begins with. */
const behindTitle = (content: string, title: string): number => {
  const start = title !== '' && content.startsWith(title) ? title.length : 0;
  return start + (/^[\s.]*/.exec(content.slice(start))?.[0].length ?? 0);
};

/** The words around a place, those that were looked for marked; it begins with a sentence, never with the title. */
export function excerptAt(
  { content }: PageFile,
  places: readonly Place[],
  from: number,
  isHit: (place: Place) => boolean,
  title: string,
): Segment[] {
  const start = startOf(content, places[from]?.at ?? 0, behindTitle(content, title));
  const end = Math.min(content.length, start + EXCERPT);
  const segments: Segment[] = [];
  let last = start;
  const put = (text: string, hit: boolean) => {
    if (text !== '') segments.push({ text, hit });
  };
  for (const place of places) {
    if (place.at < start || place.end > end || !isHit(place)) continue;
    put(content.slice(last, place.at), false);
    put(content.slice(place.at, place.end), true);
    last = place.end;
  }
  const stop = end === content.length ? end : Math.max(last, content.lastIndexOf(' ', end));
  put(content.slice(last, stop), false);
  return segments;
}
