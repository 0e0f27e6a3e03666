import type { GateResult, Readiness, RuleStatus } from '../readiness/readiness.ts';
import type { GateName } from '../standard/gates.ts';

/** A gate that a change moved. */
export interface GateChange {
  readonly before: GateResult;
  readonly now: GateResult;
}

/** A rule that a change moved, and at which gates it did so. */
export interface RuleChange {
  readonly rule: string;
  readonly title: string;
  readonly before: RuleStatus;
  readonly now: RuleStatus;
  readonly gates: readonly GateName[];
}

type Gates = Pick<Readiness, 'gates'>;

/** The gates whose state or counts differ. */
export const gateChanges = (before: Gates, now: Gates): GateChange[] =>
  pairs(before, now).filter(({ before: was, now: is }) =>
    (['state', 'errors', 'warnings', 'unknown', 'date'] as const).some(
      (name) => was[name] !== is[name],
    ),
  );

/** The rules that have another status at some gate, with the gates where it changed in the same way. */
export function ruleChanges(before: Gates, now: Pick<Readiness, 'gates' | 'rules'>): RuleChange[] {
  return now.rules.flatMap(({ rule: { id, title } }) => {
    const moves = pairs(before, now).flatMap(({ before: was, now: is }) => {
      const [from, to] = [was.statuses.get(id), is.statuses.get(id)];
      return from === undefined || to === undefined || from === to
        ? []
        : [{ before: from, now: to, gate: is.id }];
    });
    return [...Map.groupBy(moves, (move) => `${move.before} ${move.now}`).values()].flatMap(
      (group) =>
        group.slice(0, 1).map((move) => ({
          rule: id,
          title,
          before: move.before,
          now: move.now,
          gates: group.map(({ gate }) => gate),
        })),
    );
  });
}

const pairs = (before: Gates, now: Gates): GateChange[] =>
  now.gates.flatMap((gate) => {
    const was = before.gates.find(({ id }) => id === gate.id);
    return was === undefined ? [] : [{ before: was, now: gate }];
  });
