import type { Entry } from 'yauzl';
import { SourceError, type SourceLimits } from './source.ts';

/** Where an entry stands in its archive, at least. */
export interface Place {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** Bytes of a local header before its name. */
const HEADER = 30;

/** The place of an entry by the archive's list: its header, its name and what is packed. */
export const placeOf = (entry: Entry, path: string): Place => ({
  path,
  from: entry.relativeOffsetOfLocalHeader,
  to: entry.relativeOffsetOfLocalHeader + HEADER + entry.fileNameLength + entry.compressedSize,
});

/** Throws a `SourceError` where two entries share bytes: many files made of one fill memory and disk. */
export function refuseOverlaps(places: readonly Place[]): void {
  const sorted = [...places].sort((a, b) => a.from - b.from);
  for (const [at, { path, to }] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next && next.from < to)
      throw new SourceError(
        `“${path}” and “${next.path}” are made of the same bytes of the archive. Archives are made like that to fill a disk. Nothing was read; ask where it comes from.`,
      );
  }
}

/** What an archive of so many bytes may hold when it is unpacked. */
export const mostBytes = (packed: number, limits: SourceLimits): number =>
  Math.min(limits.totalBytes, Math.max(limits.totalFrom, packed * limits.totalRatio));
