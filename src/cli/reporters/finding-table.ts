import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { clipped, codeInCell, inCell } from './markdown-text.ts';
import type { Surroundings } from './report.ts';

/** Findings as the rows of a Markdown table, errors first, at most `limit` and the count of the others. */
export function findingTable(
  problems: readonly LocatedProblem[],
  place: Surroundings['place'],
  limit: number,
): string {
  const rows = problems
    .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .slice(0, limit)
    .map((problem) => row(problem, place));
  const more = problems.length - rows.length;
  if (rows.length === 0) return `${more} of them.`;
  return [
    '| Where | Weight | Rule | What | What to write |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    ...(more > 0 ? ['', `And ${more} more.`] : []),
  ].join('\n');
}

function row(
  { path, line, severity, ruleId, message, fix }: LocatedProblem,
  place: Surroundings['place'],
): string {
  const cells = [
    codeInCell(clipped(`${place(path)}:${line}`)),
    severity,
    inCell(ruleId),
    inCell(clipped(message, 400)),
    inCell(clipped(fix, 400)),
  ];
  return `| ${cells.join(' | ')} |`;
}
