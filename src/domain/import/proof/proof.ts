/** What became of a piece: in its place, elsewhere or in other words, told in the report, or gone. */
export type Fate = 'kept' | 'changed' | 'listed' | 'lost';

export type Counts = Readonly<Record<Fate, number>>;

export const pieceKinds = ['texts', 'codes', 'cells', 'links', 'images'] as const;

export type PieceKind = (typeof pieceKinds)[number];

/** Words or a piece at a line of the source, null where it has none. */
export interface Place {
  readonly kind: PieceKind;
  readonly line: number | null;
  /** The words or the address that are meant. */
  readonly value: string;
}

/** What a comparison of a source with its result shows. */
export interface Proof {
  readonly counts: Readonly<Record<PieceKind, Counts>>;
  /** What is neither in the result nor in a field nor in the report. */
  readonly lost: readonly Place[];
  /** What stands at another place or in another form than in the source. */
  readonly changed: readonly Place[];
  /** Words that the source says once and the result more often. Their lines are those of the result. */
  readonly doubled: readonly Place[];
  /** Words of the result that the source does not have, fields and report aside; lines of the result. */
  readonly added: readonly Place[];
}

export const noCounts: Counts = { kept: 0, changed: 0, listed: 0, lost: 0 };

/** The proofs of several documents as one. */
export function together(proofs: readonly Proof[]): Proof {
  const counts = Object.fromEntries(
    pieceKinds.map((kind) => [kind, proofs.map((one) => one.counts[kind]).reduce(sum, noCounts)]),
  ) as Record<PieceKind, Counts>;
  return {
    counts,
    lost: proofs.flatMap(({ lost }) => lost),
    changed: proofs.flatMap(({ changed }) => changed),
    doubled: proofs.flatMap(({ doubled }) => doubled),
    added: proofs.flatMap(({ added }) => added),
  };
}

const sum = (one: Counts, other: Counts): Counts => ({
  kept: one.kept + other.kept,
  changed: one.changed + other.changed,
  listed: one.listed + other.listed,
  lost: one.lost + other.lost,
});

/** How many pieces there are. */
const totalOf = ({ kept, changed, listed, lost }: Counts): number => kept + changed + listed + lost;

/** Share of pieces that are in the result or in the report, from 0 to 100; 100 where there are none. */
export function percentOf(counts: Counts): number {
  const total = totalOf(counts);
  return total === 0 ? 100 : (100 * (total - counts.lost)) / total;
}
