import { isoWeekOf } from '../../../domain/graph/days.ts';
import { type Counts, countsOf } from '../../../domain/readiness/counts.ts';
import type { Readiness } from '../../../domain/readiness/readiness.ts';
import { gateTitles } from '../../../domain/standard/gates.ts';
import type { Trend } from '../../../workspace/trend.ts';
import type { Handbook } from '../../handbook.ts';
import { dayOf } from '../words.ts';

/** How the counts moved over the weeks: a drawing, and the same as a table. */
export interface TrendView {
  /** Null with fewer weeks than a drawing needs. */
  readonly drawing: TrendDrawing | null;
  readonly rows: readonly TrendRow[];
  /** What is missing, in whole sentences. */
  readonly lack: string | null;
}

interface TrendRow extends Omit<Counts, 'reached'> {
  readonly week: string;
  readonly on: string;
  readonly gate: string;
}

interface TrendDrawing {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly { readonly x: number; readonly y: number; readonly height: number }[];
  readonly barWidth: number;
  /** Points of the line of what the exit day would find. */
  readonly line: string;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly top: number;
  readonly gates: readonly { readonly x: number; readonly name: string }[];
  readonly weeks: readonly { readonly x: number; readonly text: string }[];
  readonly base: number;
}

/** The weeks in which something changed that a copy holds, dated by that change: what else changed, and when, is not told. */
export const trendOfCopy = (trend: Trend, { commits }: Handbook['history']): Trend => ({
  ...trend,
  points: trend.points.flatMap((point) => {
    const seen = commits.find(({ on }) => isoWeekOf(on.slice(0, 10)) === point.week);
    return seen ? [{ ...point, on: seen.on.slice(0, 10), commit: seen.commit }] : [];
  }),
});

/** The trend up to today. */
export function trendView({ points, lack }: Trend, today: Readiness): TrendView {
  const now = { week: isoWeekOf(today.asOf), on: today.asOf, ...countsOf(today) };
  const all = [...points, now];
  return {
    drawing: all.length < 2 ? null : draw(all),
    rows: all.map(({ week, on, reached, errors, warnings, undecided, untilExit }) => ({
      week,
      on: dayOf(on),
      gate: reached === null ? 'Before the kickoff' : gateTitles[reached],
      errors,
      warnings,
      undecided,
      untilExit,
    })),
    lack: lack === null ? (all.length < 2 ? FIRST : null) : lacks[lack],
  };
}

const FIRST =
  'The history of the documents is not a week old yet, so there is nothing to compare with.';

const lacks: Readonly<Record<NonNullable<Trend['lack']>, string>> = {
  'no-history':
    'The documents are not in a git repository, so nobody can tell how they stood in earlier weeks.',
  shallow:
    'The git history is cut off here (a shallow clone), so earlier weeks are missing. To see them: git fetch --unshallow, then build again.',
  unread: 'Some earlier weeks could not be read in time. The next build goes on from here.',
};

type Point = Counts & { readonly week: string };

const [WIDTH, HEIGHT, LEFT, BASE, TOP] = [720, 190, 34, 158, 18];

function draw(points: readonly Point[]): TrendDrawing {
  const top = Math.max(1, ...points.map(({ errors, untilExit }) => Math.max(errors, untilExit)));
  const step = (WIDTH - LEFT - 10) / points.length;
  const x = (index: number) => round(LEFT + step * (index + 0.5));
  const y = (count: number) => round(BASE - (count / top) * (BASE - TOP));
  const every = Math.ceil(points.length / 9);
  return {
    width: WIDTH,
    height: HEIGHT,
    top,
    base: BASE,
    barWidth: round(Math.min(28, step * 0.55)),
    bars: points.map(({ errors }, index) => ({
      x: x(index),
      y: y(errors),
      height: round(BASE - y(errors)),
    })),
    line: points.map(({ untilExit }, index) => `${x(index)},${y(untilExit)}`).join(' '),
    dots: points.map(({ untilExit }, index) => ({ x: x(index), y: y(untilExit) })),
    gates: points.flatMap(({ reached }, index) => {
      const before = points[index - 1];
      return before && reached !== null && reached !== before.reached
        ? [{ x: round(LEFT + step * index), name: gateTitles[reached].replace(' the exit', '') }]
        : [];
    }),
    weeks: points.flatMap(({ week }, index) =>
      (points.length - 1 - index) % every === 0 ? [{ x: x(index), text: week.slice(5) }] : [],
    ),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
