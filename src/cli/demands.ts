import { type Known, knownOfDoubt, knownOfStandard } from '../domain/problems/baseline.ts';
import type { Severity } from '../domain/problems/problem.ts';
import type { LocatedReadiness } from '../workspace/judge.ts';

/** Something that the standard misses in a handbook, or cannot tell: what a baseline can know. */
export interface Demand {
  readonly known: Known;
  readonly severity: Severity;
  /** Whether it counts today: due, and not waived. */
  readonly isOpen: boolean;
  /** Null where it has no line. */
  readonly line: number | null;
}

/** All findings and doubts of a readiness, whatever is due. */
export const demandsOf = ({ rules }: LocatedReadiness): Demand[] =>
  rules.flatMap(({ rule, severity, findings, doubts }) => [
    ...findings.map((finding) => ({
      known: knownOfStandard(finding),
      severity: finding.severity,
      isOpen: finding.due && finding.waiver === null,
      line: finding.line,
    })),
    ...doubts.map(({ path, due }) => ({
      known: knownOfDoubt(rule.id, path),
      severity,
      isOpen: due,
      line: null,
    })),
  ]);

/** A demand in a line. */
export const demandWords =
  (show: (path: string) => string) =>
  ({ known: { path, rule }, line }: Demand): string =>
    `${[path === '' ? '' : show(path), line].filter(Boolean).join(':') || 'cannot tell'}  ${rule}`;
