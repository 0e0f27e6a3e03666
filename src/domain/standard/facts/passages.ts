import type { Section } from '../../body/outline.ts';
import type { Entry } from '../../graph/corpus.ts';
import { countWords } from './substance.ts';

/** The section of a document by its title, of depth 2; null where it is missing. */
export const sectionOf = ({ outline }: Entry, title: string): Section | null =>
  outline?.sections.find(({ text }) => sameTitle(text, title)) ?? null;

/** The source below a heading of depth 2, to the next one; empty where it is missing. */
export function sourceBelow({ body }: Pick<Entry, 'body'>, title: string): string {
  const lines: string[] = [];
  let inside = false;
  let fenced = false;
  for (const line of body.split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? null : /^##?\s+(.*?)\s*#*\s*$/.exec(line);
    if (heading) inside = line.startsWith('## ') && sameTitle(heading[1] ?? '', title);
    else if (inside) lines.push(line);
  }
  return lines.join('\n').trim();
}

/** A heading of depth 3 or more, and the words below it up to the next heading. */
export interface Subsection {
  readonly title: string;
  readonly words: number;
}

/** The subsections of a document, in order. */
export function subsectionsOf({ body }: Pick<Entry, 'body'>): Subsection[] {
  const found: { title: string; words: number }[] = [];
  let inside = false;
  let fenced = false;
  for (const line of body.split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? null : /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    const last = found.at(-1);
    if (heading) {
      inside = (heading[1] ?? '').length >= 3;
      if (inside) found.push({ title: heading[2] ?? '', words: 0 });
    } else if (inside && last) last.words += countWords(line);
  }
  return found;
}

/** The title of the section that a line of a document stands in; null above the first. */
export const sectionAt = ({ outline }: Entry, line: number): string | null =>
  outline?.sections.findLast((section) => section.line <= line)?.text ?? null;

const sameTitle = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.toLowerCase();
