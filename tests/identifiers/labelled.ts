import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { identifiersIn } from '../../src/domain/identifiers/detect.ts';

/** A line that somebody labelled by hand. */
export interface Line {
  readonly file: string;
  readonly line: number;
  readonly kinds: readonly string[];
  readonly text: string;
}

export const parts = [
  'development',
  'held-out',
  'fresh-1',
  'fresh-2',
  'fresh-3',
  'fresh-4',
] as const;
type Part = (typeof parts)[number];

/** The lines of one part of the labelled set. */
export function readLabelled(part: Part): Line[] {
  const file = `${part}.tsv`;
  const source = readFileSync(join(import.meta.dirname, 'labelled', file), 'utf8');
  return source.split('\n').flatMap((row, index) => {
    const tab = row.indexOf('\t');
    if (tab < 0) return [];
    const kinds = row
      .slice(0, tab)
      .split(',')
      .filter((kind) => kind !== '-');
    const text = row
      .slice(tab + 1)
      .replaceAll('⏎', '\n')
      .replaceAll('·', '\t');
    return [{ file, line: index + 1, kinds, text }];
  });
}

/** What the detectors say of one kind: right, wrong and missed lines. */
export interface Score {
  right: number;
  wrong: number;
  missed: number;
}

export const precision = ({ right, wrong }: Score): number => right / Math.max(1, right + wrong);
export const recall = ({ right, missed }: Score): number => right / Math.max(1, right + missed);

/** Scores by kind and in all, and the lines on which the detectors err. */
export function score(lines: readonly Line[]) {
  const all: Score = { right: 0, wrong: 0, missed: 0 };
  const byKind = new Map<string, Score>();
  const errors: string[] = [];
  const of = (kind: string): Score => {
    const known = byKind.get(kind) ?? { right: 0, wrong: 0, missed: 0 };
    byKind.set(kind, known);
    return known;
  };
  for (const { file, line, kinds, text } of lines) {
    const found = new Set<string>(identifiersIn(text).map(({ kind }) => kind));
    const count = (kind: string, what: keyof Score) => {
      all[what]++;
      of(kind)[what]++;
      if (what !== 'right') errors.push(`${what} ${kind} ${file}:${line} ${text.slice(0, 90)}`);
    };
    for (const kind of kinds) count(kind, found.has(kind) ? 'right' : 'missed');
    for (const kind of found) if (!kinds.includes(kind)) count(kind, 'wrong');
  }
  return { all, byKind, errors };
}
