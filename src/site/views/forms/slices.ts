import type { Entry } from '../../../domain/graph/corpus.ts';
import type { Mark } from '../words.ts';
import { firstTable, sectionOf, treeOf } from './text.ts';

/** The section of an eval report that holds the table of slices. */
export const SLICES = 'Results by slice';

/** The table of slices as the report states it, each line held against its threshold. */
export interface Slices {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly met: boolean | null }[];
}

const known = new WeakMap<Entry, Slices | null>();

/**
 * The slices of a report, or null where it has no such table. A line is met when its column "Lower
 * bound" is at least, or its "Upper bound" at most, the share under "Threshold"; a threshold in `cases`
 * is the most that the second column may count. Null where a line says neither.
 */
export function slicesOf(entry: Entry): Slices | null {
  const read = known.get(entry);
  if (read !== undefined) return read;
  const slices = readSlices(entry);
  known.set(entry, slices);
  return slices;
}

function readSlices(entry: Entry): Slices | null {
  const tree = treeOf(entry);
  const [columns, ...rows] = (tree && firstTable(sectionOf(tree, SLICES))) ?? [];
  if (!columns) return null;
  return { columns, rows: rows.map((cells) => ({ cells, met: isMet(columns, cells) })) };
}

function isMet(columns: readonly string[], cells: readonly string[]): boolean | null {
  const cellOf = (name: RegExp) => cells[columns.findIndex((column) => name.test(column))] ?? '';
  const threshold = cellOf(/^threshold$/i);
  const most = /^(\d+) cases?$/.exec(threshold)?.[1];
  const counted = /^\d+$/.exec(cells[1] ?? '')?.[0];
  if (most !== undefined) return counted === undefined ? null : Number(counted) <= Number(most);
  const share = percentIn(threshold);
  const lower = percentIn(cellOf(/^lower bound$/i));
  const upper = percentIn(cellOf(/^upper bound$/i));
  if (share === null) return null;
  if (lower !== null) return lower >= share;
  return upper === null ? null : upper <= share;
}

const percentIn = (text: string): number | null => {
  const number = /^(\d+(?:\.\d+)?)\s?%$/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
};

/** How the report's own figures stand against its thresholds, in words; null where no line says. */
export function gateMark(entry: Entry): Mark | null {
  const rows = slicesOf(entry)?.rows ?? [];
  if (rows.length === 0) return null;
  const missed = rows.filter(({ met }) => met === false).length;
  const unread = rows.filter(({ met }) => met === null).length;
  if (unread === rows.length) return null;
  if (missed > 0) return { text: `Gate missed: ${missed} of ${rows.length} lines`, tone: 'bad' };
  if (unread > 0)
    return { text: `${unread} of ${rows.length} lines cannot be compared`, tone: 'attention' };
  return { text: `Gate met: all ${rows.length} lines`, tone: 'good' };
}
