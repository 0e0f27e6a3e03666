import type { Corpus } from '../graph/corpus.ts';
import { buildGraph } from '../graph/graph.ts';
import { fold } from '../identifiers/fold.ts';
import { blanked } from '../identifiers/mask.ts';
import type { LocatedProblem } from '../problems/problem.ts';
import { rules } from './registry.ts';
import { sightedValues } from './sighted-values.ts';

/** Puts out of sight what the check says nobody may print, wherever it stands a second time. */
export interface Discretion {
  /** Words about a file, or its text: lengths and line ends stay. */
  readonly about: (path: string, text: string) => string;
  /** Words about many files. */
  readonly text: (text: string) => string;
  /** A path as it may be shown. */
  readonly path: (path: string) => string;
  /** A finding with words that may be shown; its path stays. */
  readonly problem: <P extends LocatedProblem>(problem: P) => P;
}

/** What is known of some states of a handbook. A value of one file is out of sight in words about others too. */
export function discretionOf(...corpora: readonly Corpus[]): Discretion {
  const found = new Map<string, string[]>();
  for (const corpus of corpora)
    for (const [path, value] of valuesIn(corpus))
      found.set(path, [...(found.get(path) ?? []), value]);
  const everywhere = patternOf([...found.values()].flat(), LEAST);
  const ofFile = new Map([...found].map(([path, values]) => [path, patternOf(values, 1)]));
  const text = (words: string) => starred(words, everywhere);
  const about = (path: string, words: string) => starred(text(words), ofFile.get(path) ?? null);
  return {
    about,
    text,
    path: (path) => starredName(text(path)),
    problem: (problem) => {
      const { path, message, fix } = problem;
      return { ...problem, message: about(path, message), fix: about(path, fix) };
    },
  };
}

/** Letters and digits of a value that is looked for in words about other files: shorter ones are in many words. */
const LEAST = 5;

/** The values that the findings of sensitive rules are about, by path. */
function* valuesIn(corpus: Corpus): Generator<[string, string]> {
  const valuesOf = sightedValues(corpus);
  const context = {
    corpus,
    get graph() {
      return buildGraph(corpus);
    },
  };
  for (const { sensitive, check } of rules) {
    if (sensitive === undefined || check === undefined) continue;
    for (const { path, position } of check(context)) {
      if (position.kind !== 'source') continue;
      for (const value of valuesOf({ ...position, path })) yield [path, value];
    }
  }
}

/** Finds values however they are punctuated; null where there is none. */
function patternOf(values: readonly string[], least: number): RegExp | null {
  const letters = [...new Set(values)]
    .map((value) => [...value.replaceAll(/[^\p{L}\p{N}]/gu, '')])
    .filter(({ length }) => length >= least)
    .sort((a, b) => b.length - a.length);
  if (letters.length === 0) return null;
  const sources = letters.map((all) => {
    // A number is one beside letters too, as in a file name.
    const edge = all.every((letter) => /\p{N}/u.test(letter)) ? '\\p{N}' : '\\p{L}\\p{N}';
    return `(?<![${edge}])${all.join('[^\\p{L}\\p{N}]{0,3}')}(?![${edge}])`;
  });
  return new RegExp(sources.join('|'), 'giu');
}

function starred(text: string, pattern: RegExp | null): string {
  if (pattern === null) return text;
  const { text: plain, offsetOf } = fold(text);
  let shown = '';
  let from = 0;
  for (const { 0: found, index } of plain.matchAll(pattern)) {
    const [start, end] = [offsetOf(index), offsetOf(index + found.length)];
    shown += text.slice(from, start) + stars(text.slice(start, end));
    from = end;
  }
  return shown + text.slice(from);
}

const stars = (text: string): string =>
  text.replaceAll(/[\p{L}\p{N}]/gu, (letter) => '*'.repeat(letter.length));

/** A path without what tells a patient in itself, such as a number after `MRN`. */
function starredName(path: string): string {
  const seen = blanked(path.replaceAll(/[_.]/g, ' '), new Set());
  // Offsets stay, so a star stands where its letter was.
  return path.replaceAll(/[\p{L}\p{N}]/gu, (letter, at: number) =>
    seen[at] === '*' ? stars(letter) : letter,
  );
}
