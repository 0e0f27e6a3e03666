import type { ProofKind } from '../../documents/proof.ts';
import type { Entry } from '../../graph/corpus.ts';
import { numberAt, rowsAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import type { GateName } from '../gates.ts';
import type { Doubt, Evidence, Outcome, StandardContext, StandardMessage } from '../rule.ts';
import { proofOf } from './proofs.ts';

/** A figure that a proof must hold, by its exact name. */
export interface Demand {
  readonly name: string;
  /** Whether the value is what it must be. */
  readonly holds: (value: number, of: number | null) => boolean;
  /** What it must be, such as `value: 0`. */
  readonly wanted: string;
}

/** A figure that must be 0. */
export const none = (name: string): Demand => ({
  name,
  holds: (value) => value === 0,
  wanted: 'value: 0',
});

/** A figure that must be as large as its `of`, which is at least 1. */
export const all = (name: string): Demand => ({
  name,
  holds: (value, of) => of !== null && of >= 1 && value === of,
  wanted: 'the same `value` and `of`, at least 1',
});

/** Words of the findings of `proofOutcomes`, for the messages of a rule. */
export const proofMessages = {
  failed: {
    message: 'The newest proof of kind {kind} says that it failed.',
    fix: 'Repair what its report names, run it again, and record the new run.',
  },
  figure: {
    message: 'It says "pass" and its figure "{name}" is {value}, where it must be {wanted}.',
    fix: 'Repair what was counted and run it again. A proof with this figure does not count.',
  },
  noFigure: {
    message: 'It does not say how many: the figure "{name}" is missing.',
    fix: 'Write under figures: - name: {name} and its `value` as the run counted it.',
  },
} as const satisfies Record<string, StandardMessage>;

/** Ids of those findings. */
export type ProofId = keyof typeof proofMessages;

/**
 * What the newest proof of a kind gives a rule: its evidence, what is wrong with it, or that nobody can
 * tell. `how` says how to make one, in whole sentences.
 */
export function* proofOutcomes(
  context: StandardContext,
  kind: ProofKind,
  { how, figures = [], from }: { how: string; figures?: readonly Demand[]; from?: GateName },
): Generator<Outcome<ProofId>, Entry | null> {
  const proof = proofOf(context, kind);
  if (proof.state === 'unknown') {
    const doubt: Doubt = { cannotTell: `${proof.why} ${how}` };
    yield from === undefined ? doubt : { ...doubt, from };
    return null;
  }
  const { entry } = proof;
  if (proof.state === 'failed') {
    yield { messageId: 'failed', path: entry.path, position: field(['result']), args: { kind } };
    return null;
  }
  const wrong = figures.flatMap((demand) => troubleOf(entry, demand) ?? []);
  yield* wrong;
  if (wrong.length > 0) return null;
  const evidence: Evidence = {
    evidence: `${kind} proof of ${entry.data['ran_on']} on the present text`,
    path: entry.path,
  };
  yield evidence;
  return entry;
}

function troubleOf(entry: Entry, { name, holds, wanted }: Demand): Outcome<ProofId> | null {
  const rows = rowsAt(entry.data, 'figures');
  const row = rows.find((one) => one['name'] === name);
  const value = row === undefined ? null : numberAt(row, 'value');
  if (row === undefined || value === null) {
    const position = field([rows.length > 0 ? 'figures' : 'title']);
    return { messageId: 'noFigure', path: entry.path, position, args: { name } };
  }
  const of = numberAt(row, 'of');
  if (holds(value, of)) return null;
  const said = of === null ? String(value) : `${value} of ${of}`;
  const position = field(['figures', rows.indexOf(row), 'value']);
  return {
    messageId: 'figure',
    path: entry.path,
    position,
    args: { name, value: said, wanted },
  };
}
