import type { Table } from './form.ts';
import { words } from './read.ts';

/**
 * The lines of a gate file, or null where it has another shape. Read is JSON with a list `slices`; each
 * has a `slice` (its name) and any of `metric` (what is counted), `min_n` (fewest cases) and one bound:
 * `lower_bound_at_least` or `upper_bound_at_most` (shares from 0 to 1), `count_at_most`, `count_at_least`.
 */
export function gateLines(text: string): Table | null {
  const slices = slicesOf(text);
  if (slices === null) return null;
  return {
    label: 'Lines of the gate',
    columns: ['Slice', 'What is counted', 'Fewest cases', 'Must hold'],
    rows: slices.map((line) => [
      words(String(line['slice'])),
      typeof line['metric'] === 'string' ? words(line['metric']) : null,
      typeof line['min_n'] === 'number' ? words(String(line['min_n'])) : null,
      words(boundOf(line)),
    ]),
  };
}

type Line = Readonly<Record<string, unknown>>;

function slicesOf(text: string): Line[] | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const slices = typeof data === 'object' && data !== null ? (data as Line)['slices'] : null;
  const readable = Array.isArray(slices) && slices.length > 0 && slices.every(isLine);
  return readable ? slices : null;
}

const isLine = (line: unknown): line is Line =>
  typeof line === 'object' && line !== null && typeof (line as Line)['slice'] === 'string';

const bounds: Readonly<Record<string, (value: number) => string>> = {
  lower_bound_at_least: (share) => `lower bound at least ${percent(share)}`,
  upper_bound_at_most: (share) => `upper bound at most ${percent(share)}`,
  count_at_most: (count) => (count === 0 ? 'none' : `at most ${count}`),
  count_at_least: (count) => `at least ${count}`,
};

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

function boundOf(line: Line): string {
  const told = Object.entries(bounds).flatMap(([key, say]) => {
    const value = line[key];
    return typeof value === 'number' ? [say(value)] : [];
  });
  return told.length > 0 ? told.join(', ') : 'a bound that is not known here';
}
