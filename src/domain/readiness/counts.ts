import type { GateName } from '../standard/gates.ts';
import { isUndecided, openFindings } from './parts.ts';
import type { Readiness } from './readiness.ts';

/** A readiness in five numbers, for comparing days. */
export interface Counts {
  readonly reached: GateName | null;
  /** What is due and fails. */
  readonly errors: number;
  readonly warnings: number;
  /** Rules of weight error that are due and that nobody could decide. */
  readonly undecided: number;
  /** Errors that the exit day would find in the same documents. */
  readonly untilExit: number;
}

export function countsOf({ reached, rules, gates }: Readiness): Counts {
  const open = rules.flatMap(openFindings);
  const errors = open.filter(({ severity }) => severity === 'error').length;
  return {
    reached,
    errors,
    warnings: open.length - errors,
    undecided: rules.filter(isUndecided).length,
    untilExit: gates.find(({ id }) => id === 'X')?.errors ?? 0,
  };
}
