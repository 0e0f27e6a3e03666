import { cell } from '../table.ts';

/** How a report is shown. */
export interface TextOptions {
  /** A path of the content folder as a person would type it. */
  readonly show: (path: string) => string;
  /** An absolute path as a person would type it. */
  readonly near: (path: string) => string;
  /** Whether each document is told how much of it was kept. */
  readonly prove: boolean;
  /** Whether each thing gets its line, uncut; else what is many is counted. */
  readonly isWhole: boolean;
}

/** A line of something that is told with others of its kind. */
export interface Item {
  /** What it is counted under. */
  readonly key: string;
  /** Where it is, for the first ones. */
  readonly place: string;
  /** All of it, for a report that has the room. */
  readonly line: string;
}

/** So many lines of one kind a person reads through. */
const FEW = 12;

/** So many places are named of what is counted. */
const PLACES = 3;

/** Lines below a title; nothing without lines. */
export const group = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${title}\n${lines.map((line) => `${line}\n`).join('')}`;

/** A line of the report, whatever stands in names and texts. */
export const row = (text: string, { isWhole }: Pick<TextOptions, 'isWhole'>, indent = 2): string =>
  `${' '.repeat(indent)}${cell(text, isWhole ? Number.POSITIVE_INFINITY : 240)}`;

/** Each item where they are few or all are wanted; else their kinds, the most frequent first, with the first places. */
export function counted(items: readonly Item[], options: TextOptions, few = FEW): string[] {
  if (options.isWhole || items.length <= few) return items.map(({ line }) => row(line, options));
  return [...Map.groupBy(items, ({ key }) => key)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, all]) => row(`${all.length}  ${cell(key, 100)}  ${firstOf(all)}`, options));
}

/** The first places of many, each once. */
export function firstOf(items: readonly Pick<Item, 'place'>[]): string {
  const places = [...new Set(items.map(({ place }) => place))];
  const shown = places.slice(0, PLACES).map((place) => cell(place, 60));
  return [...shown, ...(places.length > PLACES ? ['…'] : [])].join(', ');
}

/** A file of a source with its line. */
export const placeOf = (from: string, line: number | null): string =>
  line === null ? from : `${from}:${line}`;
