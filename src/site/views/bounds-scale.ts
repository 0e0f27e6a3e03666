import type { BoundRow } from './forms/form.ts';

/** The part of 0 to 100 % that a drawing of bounds shows. */
export interface BoundsScale {
  /** First, middle and last share. */
  readonly ticks: readonly number[];
  /** Where a share stands, as a length such as `42.5%`. */
  readonly place: (share: number | null) => string;
}

/** Space at both ends for half a dot, in percent. */
const MARGIN = 2;

/** A scale on which every share, bound and threshold of the rows has its place, in tenths. */
export function boundsScale(rows: readonly BoundRow[]): BoundsScale {
  const shares = rows
    .filter(({ said }) => said === null)
    .flatMap(({ rate, bound, threshold }) => [rate, bound, threshold])
    .filter((share) => share !== null);
  const low = Math.floor(Math.min(1, ...shares) * 10 - 1e-9) / 10;
  const high = Math.ceil(Math.max(0, ...shares) * 10 + 1e-9) / 10;
  const from = Math.max(0, Math.min(low, high - 0.1));
  const to = Math.min(1, Math.max(high, from + 0.1));
  return {
    ticks: [from, (from + to) / 2, to],
    place: (share) => {
      const part = ((share ?? from) - from) / (to - from);
      return `${(MARGIN + part * (100 - 2 * MARGIN)).toFixed(2)}%`;
    },
  };
}
