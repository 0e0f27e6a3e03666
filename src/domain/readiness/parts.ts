import type { Finding, RuleState } from './readiness.ts';

type Findings<F extends Finding> = { readonly findings: readonly F[] };

/** Findings of a rule that count today. */
export const openFindings = <F extends Finding>({ findings }: Findings<F>): F[] =>
  findings.filter(({ due, waiver }) => due && waiver === null);

/** Findings of a rule that a waiver lets pass today. */
export const waivedFindings = <F extends Finding>({ findings }: Findings<F>): F[] =>
  findings.filter(({ due, waiver }) => due && waiver !== null);

/** Findings that count from a later gate on. */
export const comingFindings = <F extends Finding>({ findings }: Findings<F>): F[] =>
  findings.filter(({ due }) => !due);

/** Whether a rule stops the exit because nobody can tell. */
export const isUndecided = ({
  status,
  severity,
}: Pick<RuleState, 'status' | 'severity'>): boolean =>
  status === 'cannot-tell' && severity === 'error';
