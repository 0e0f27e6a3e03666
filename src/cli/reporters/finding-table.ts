import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { clipped, codeInCell, inCell } from './markdown-text.ts';
import { count, isOlder, type Report, type Surroundings } from './report.ts';
import { byKind, type Kind, kindMessage, toldByKind } from './unfinished.ts';

/**
 * Findings as the rows of a Markdown table, errors first, what many imported documents lack last and in one row,
 * at most `limit` and the count of the others.
 */
export function findingTable(
  problems: readonly LocatedProblem[],
  place: Surroundings['place'],
  limit: number,
  report: Pick<Report, 'isOlder'> = {},
): string {
  const { single, kinds } = byKind(problems, (one) => isOlder(report, one));
  const singles = single
    .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .slice(0, limit);
  const together = kinds.slice(0, limit - singles.length);
  const rows = [
    ...singles.map((problem) => row(problem, place)),
    ...together.map((kind) => kindRow(kind, place)),
  ];
  const more = problems.length - singles.length - toldByKind(together);
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

/** What many imported documents lack; where the words differ, those of the first are an example. */
function kindRow(kind: Kind, place: Surroundings['place']): string {
  const { problems, documents } = kind;
  const [{ path, line, severity, ruleId, fix }] = problems;
  const others = count(documents - 1, 'more imported document');
  const cells = [
    `${codeInCell(clipped(`${place(path)}:${line}`))} and ${others}`,
    severity,
    inCell(ruleId),
    inCell(clipped(kindMessage(kind), 400)),
    inCell(clipped(fix, 400)),
  ];
  return `| ${cells.join(' | ')} |`;
}
