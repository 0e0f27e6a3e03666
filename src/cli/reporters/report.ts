import { documentationOf } from '../../domain/checks/registry.ts';
import { formatProblems, type ProblemStyle } from '../../domain/problems/format.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';

/** What a check found, in the order of output. */
export interface Report {
  readonly problems: readonly LocatedProblem[];
  /** How many files were looked at. */
  readonly files: number;
  /** A path of the content folder as a program would open it, and as it may stand on a screen. */
  readonly show: (path: string) => string;
  readonly showText: (path: string) => string;
  /** The text of a document or record; null for what is not read as text. */
  readonly textOf: (path: string) => string | null;
}

/** Findings for people, with a closing line that counts them. */
export function reportText({ problems, files, showText }: Report, style: ProblemStyle): string {
  const all = count(files, 'file');
  if (problems.length === 0) return `${all}, no problems.\n`;
  const { error, warning } = countsOf(problems);
  const weights = [
    ...(error > 0 ? [count(error, 'error')] : []),
    ...(warning > 0 ? [count(warning, 'warning')] : []),
  ];
  const hit = new Set(problems.map(({ path }) => path)).size;
  return `${formatProblems(problems, showText, style)}\n${weights.join(', ')} in ${hit} of ${all}.\n`;
}

/** Findings for programs. */
export function reportJson({ problems, show }: Report): string {
  const rows = problems.map(({ ruleId, severity, path, line, column, message, fix }) => ({
    ruleId,
    severity,
    path: show(path),
    line,
    column,
    message,
    fix,
    url: documentationOf(ruleId),
  }));
  return `${JSON.stringify({ problems: rows, counts: countsOf(problems) }, null, 2)}\n`;
}

function countsOf(problems: readonly LocatedProblem[]): { error: number; warning: number } {
  const error = problems.filter(({ severity }) => severity === 'error').length;
  return { error, warning: problems.length - error };
}

/** A number with its noun in the right form. */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
