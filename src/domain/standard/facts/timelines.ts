import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import { childrenOf, pointOf } from '../../components/nodes.ts';
import { datetimeOf, splitTime } from '../../components/timeline.ts';
import { addDays } from '../../graph/days.ts';
import type { SourcePoint } from '../../problems/problem.ts';
import type { BodySection } from './sections.ts';

/** An entry of a timeline; `at` is in milliseconds UTC. */
export interface Moment extends SourcePoint {
  readonly at: number;
  /** The time as it stands there. */
  readonly words: string;
}

/** The value of a field as a moment in milliseconds; null where it is none in UTC. */
export function momentOf(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(value))
    return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

/** Whether two moments show the same minute. */
export const isSameMinute = (one: number, other: number): boolean =>
  Math.floor(one / 60_000) === Math.floor(other / 60_000);

/** The dated entries of a timeline, a list or a table; an entry without a day is on the day of the one before. */
export function momentsIn(section: BodySection, firstDay: string): Moment[] {
  let day = firstDay;
  return section.nodes.flatMap(rowsOf).flatMap((row) => {
    const words = timeOf(row);
    const value = words === null ? null : datetimeOf(words.replace(/\s*(UTC|Z)$/i, ''));
    if (words === null || value === null || !value.includes(':')) return [];
    if (value.includes('T')) day = value.slice(0, 10);
    const at = Date.parse(`${day}T${value.split('T').at(-1)}Z`);
    return Number.isNaN(at) ? [] : [{ at, words, ...pointOf(row) }];
  });
}

const rowsOf = (node: MdastNode): MdastNode[] =>
  node.type === 'listItem' || node.type === 'tableRow' ? [node] : childrenOf(node).flatMap(rowsOf);

/** The words before the event: in bold, before a dash, or in the first cell. */
function timeOf(row: MdastNode): string | null {
  const first = childrenOf(row)[0];
  if (first === undefined) return null;
  if (row.type === 'tableRow') return textOf(first).trim();
  const start = childrenOf(first)[0];
  if (start?.type === 'strong') return textOf(start).trim();
  return splitTime(textOf(first))?.time ?? null;
}

/** The day that lies `count` working days, Monday to Friday, after another. */
export function addWorkingDays(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0; ) {
    const next = addDays(at, 1);
    // The calendar ends here.
    if (next === at) return at;
    at = next;
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return at;
}

const DURATION =
  '(?:(\\d+)\\s*(?:h|hours?)(?:\\s*(?:and)?\\s*))?(?:(\\d+)\\s*(?:m|min|minutes?)\\b)?';
const STATED = new RegExp(
  `\\btime to (detect|mitigate|resolve)\\w*\\W{0,4}(?:was|is|of)?\\s*(?=\\d)${DURATION}`,
  'gi',
);

/** Durations that a text states as time to detect, mitigate or resolve, in minutes. */
export function statedDurations(text: string): { what: string; minutes: number; words: string }[] {
  return [...text.matchAll(STATED)].map(([words, what = '', hours, minutes]) => ({
    what: what.toLowerCase(),
    minutes: Number(hours ?? 0) * 60 + Number(minutes ?? 0),
    words: words.trim(),
  }));
}
