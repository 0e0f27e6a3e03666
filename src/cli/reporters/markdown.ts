import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { codeInCell, inCell, literal } from './markdown-text.ts';
import { count, isOlder, type Report, type Surroundings, weightsOf } from './report.ts';

/** Findings as a table, for a comment or a mail. */
export function reportMarkdown(report: Report, { place }: Pick<Surroundings, 'place'>): string {
  const { problems, files, unlisted } = report;
  const fresh = problems.filter((problem) => !isOlder(report, problem));
  const old = problems.length - fresh.length;
  const found = fresh.length === 0 ? 'no problems' : weightsOf(fresh);
  return [
    `${count(files, 'file')}, ${found}${old > 0 ? `, ${count(old, 'older finding')}` : ''}.`,
    ...(problems.length === 0
      ? []
      : [findingTable([...fresh, ...problems.filter((one) => isOlder(report, one))], place)]),
    ...(unlisted === undefined ? [] : [literal(unlisted)]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Most rows of a table; GitHub takes no comment of more than 65,536 characters. */
const ROWS = 50;

/** Findings as the rows of a table. */
export function findingTable(
  problems: readonly LocatedProblem[],
  place: (path: string) => string,
): string {
  const rows = problems
    .slice(0, ROWS)
    .map(
      ({ path, line, severity, ruleId, message, fix }) =>
        `| ${codeInCell(`${place(path)}:${line}`)} | ${severity} | ${inCell(ruleId)} | ${inCell(message)} | ${inCell(fix)} |`,
    );
  const more = problems.length - rows.length;
  return [
    '| Where | Weight | Rule | What | What to write |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    ...(more > 0 ? ['', `And ${more} more.`] : []),
  ].join('\n');
}
