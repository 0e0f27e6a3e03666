import type { Line } from './line.ts';
import type { Segment } from './segments.ts';

/** A line that opens or closes; a close of a weight closes what weighs no more. */
export interface Mark {
  readonly kind: 'open' | 'close';
  readonly key: string;
  readonly weight: number;
}

/** For each line that opens the line that closes it, inside one container, in one pass. */
export function closings(
  lines: readonly Line[],
  segments: readonly Segment[],
  markOf: (text: string) => Mark | null,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: { readonly mark: Mark; readonly index: number }[] = [];
  const count = new Map<string, number>();
  const add = (key: string, by: number) => count.set(key, (count.get(key) ?? 0) + by);
  for (const { kind, start } of segments) {
    if (kind !== 'text' && !(kind === 'code' && open.length > 0)) continue;
    const mark = markOf(lines[start]?.text ?? '');
    if (mark?.kind === 'open') {
      open.push({ mark, index: start });
      add(mark.key, 1);
    } else if (mark && (count.get(mark.key) ?? 0) > 0) {
      const top = open.at(-1);
      if (top?.mark.key === mark.key && top.mark.weight > mark.weight) continue;
      for (let last = open.pop(); last; last = open.pop()) {
        add(last.mark.key, -1);
        if (last.mark.key !== mark.key) continue;
        found.set(last.index, start);
        break;
      }
    }
  }
  return found;
}
