import type { LocatedProblem } from '../problems/problem.ts';
import type { DocumentChange } from './documents.ts';
import type { GateChange, RuleChange } from './gates.ts';
import type { ReferenceChange } from './references.ts';
import type { DueReview, Voided } from './stamps.ts';

/** What a change did to a handbook, beside the findings that it has now. */
export interface ChangeSummary {
  /** The revision as it was typed. */
  readonly revision: string;
  readonly documents: readonly DocumentChange[];
  /** How many other files changed, such as pictures. */
  readonly otherFiles: number;
  readonly references: readonly ReferenceChange[];
  /** Findings that are gone. */
  readonly fixed: readonly LocatedProblem[];
  /** What the standard says of it; null without a day to judge from. */
  readonly standard: {
    readonly asOf: string;
    readonly gates: readonly GateChange[];
    readonly rules: readonly RuleChange[];
    readonly voided: readonly Voided[];
    readonly due: readonly DueReview[];
  } | null;
}
