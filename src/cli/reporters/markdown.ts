import { findingTable } from './finding-table.ts';
import { literal } from './markdown-text.ts';
import { pullRequest } from './pull-request.ts';
import { count, isOlder, type Report, type Surroundings, weightsOf } from './report.ts';

/** Most rows of a table for people. */
const ROWS = 200;

/** Findings as a table; those of a change as the summary of its pull request. */
export function reportMarkdown(report: Report, { place }: Pick<Surroundings, 'place'>): string {
  if (report.change) return pullRequest(report, report.change, place);
  const { problems, files, unlisted } = report;
  const fresh = problems.filter((problem) => !isOlder(report, problem));
  const older = problems.filter((problem) => isOlder(report, problem));
  const found = fresh.length === 0 ? 'no problems' : weightsOf(fresh);
  const known = older.length === 0 ? '' : `, ${count(older.length, 'older finding')}`;
  return [
    `${count(files, 'file')}, ${found}${known}.`,
    ...(problems.length === 0 ? [] : [findingTable([...fresh, ...older], place, ROWS, report)]),
    ...(unlisted === undefined ? [] : [literal(unlisted)]),
  ]
    .join('\n\n')
    .concat('\n');
}
