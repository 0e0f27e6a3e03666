import type { Deed } from './note.ts';

/** What was done on a page: ticked boxes by their keys, copied commands, words. Plain data, as it is kept in the tab. */
export interface Log {
  readonly ticks: Readonly<Record<string, number>>;
  readonly copies: readonly Deed[];
  readonly words: string;
}

export const emptyLog: Log = { ticks: {}, copies: [], words: '' };

/** Copies that are kept; the first ones go. */
const MOST = 200;

/** The log with a box ticked at a moment, or no longer ticked. */
export const withTick = (log: Log, key: string, at: number | null): Log => {
  const { [key]: _, ...rest } = log.ticks;
  return { ...log, ticks: at === null ? rest : { ...rest, [key]: at } };
};

/** The log with a copied command; the same one twice in a row counts once. */
export function withCopy(log: Log, what: string, where: string, at: number): Log {
  const last = log.copies.at(-1);
  if (last?.what === what && last.where === where) return log;
  return {
    ...log,
    copies: [...log.copies, { kind: 'copy' as const, at, what, where }].slice(-MOST),
  };
}

/** The log that a text holds; an empty one where it holds something else. */
export function readLog(text: string | null): Log {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (!isObject(value)) return emptyLog;
    const { ticks, copies, words } = value;
    return {
      ticks: isObject(ticks)
        ? Object.fromEntries(
            Object.entries(ticks).filter((one): one is [string, number] => isMoment(one[1])),
          )
        : {},
      copies: Array.isArray(copies) ? copies.flatMap(copyOf).slice(-MOST) : [],
      words: typeof words === 'string' ? words : '',
    };
  } catch {
    return emptyLog;
  }
}

const copyOf = (value: unknown): Deed[] =>
  isObject(value) &&
  isMoment(value['at']) &&
  typeof value['what'] === 'string' &&
  typeof value['where'] === 'string'
    ? [{ kind: 'copy', at: value['at'], what: value['what'], where: value['where'] }]
    : [];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A moment that a date can be made of. */
const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 8e15;
