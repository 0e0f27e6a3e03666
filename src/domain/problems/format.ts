import type { LocatedProblem } from './problem.ts';

/** Ways to dress the parts of a problem, such as colours; a part that is left out stays as it is. */
export type ProblemStyle = Readonly<
  Partial<Record<'place' | 'error' | 'warning' | 'rule' | 'fix', (text: string) => string>>
>;

/** Problems as text, one paragraph each: place, weight and rule, what is wrong, what to write. */
export function formatProblems(
  problems: readonly LocatedProblem[],
  show: (path: string) => string,
  style: ProblemStyle = {},
): string {
  return problems.map((problem) => formatProblem(problem, show, style)).join('\n');
}

function formatProblem(
  { path, line, column, severity, ruleId, message, fix }: LocatedProblem,
  show: (path: string) => string,
  style: ProblemStyle,
): string {
  const dress = (part: keyof ProblemStyle, text: string) => style[part]?.(text) ?? text;
  return [
    `${dress('place', `${show(path)}:${line}:${column}`)}  ${dress(severity, severity)}  ${dress('rule', ruleId)}`,
    `  ${message}`,
    `  ${dress('fix', fix)}`,
    '',
  ].join('\n');
}
