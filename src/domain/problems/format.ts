import type { LocatedProblem } from './problem.ts';

/** Problems as text, one paragraph each: place, weight and rule, what is wrong, what to write. */
export function formatProblems(problems: readonly LocatedProblem[], show: (path: string) => string): string {
  return problems.map((problem) => formatProblem(problem, show)).join('\n');
}

const formatProblem = (problem: LocatedProblem, show: (path: string) => string): string =>
  [
    `${show(problem.path)}:${problem.line}:${problem.column}  ${problem.severity}  ${problem.ruleId}`,
    `  ${problem.message}`,
    `  ${problem.fix}`,
    '',
  ].join('\n');
