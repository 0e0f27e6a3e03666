import type { Difference } from '../domain/problems/difference.ts';
import { formatProblems, type ProblemStyle } from '../domain/problems/format.ts';
import type { LocatedProblem } from '../domain/problems/problem.ts';
import { reportJson } from './reporters/json.ts';
import { count, type Report } from './reporters/report.ts';

/** What one look at the handbook says beside the look before it. */
export interface Answer extends Difference<LocatedProblem> {
  /** Paths of the files that were edited, added or removed. */
  readonly changed: readonly string[];
  /** Everything that is wrong now and in no baseline. */
  readonly left: readonly LocatedProblem[];
  /** How many problems a baseline knows. */
  readonly known: number;
}

/** Files that are named in an answer, and problems of each kind that are shown. */
const NAMED = 3;
const SHOWN = 20;

/** An answer for a person: what is new in full, what is fixed in a line each, and how many are left. */
export function answerText(
  { changed, added, fixed, reworded, unseen, left, known }: Answer,
  { showText }: Report,
  style: ProblemStyle,
): string {
  const names = changed.slice(0, NAMED).map(showText).join(', ');
  const more = changed.length > NAMED ? ` and ${count(changed.length - NAMED, 'more file')}` : '';
  const show = (problems: readonly LocatedProblem[]) => formatProblems(problems, showText, style);
  const gone = (problems: readonly LocatedProblem[]) => problems.map(fixedWords(showText)).join('');
  return [
    `\n${names}${more}\n`,
    listed(added, show),
    listed(fixed, gone),
    added.length + fixed.length > 0 ? '\n' : '',
    `${added.length} new, ${fixed.length} fixed; ${leftWords(left, known)}.\n`,
    reworded.length > 0 ? `${count(reworded.length, 'problem')} told in other words.\n` : '',
    unseen.length > 0
      ? `${count(unseen.length, 'older problem')} cannot be seen while a file cannot be read.\n`
      : '',
  ].join('');
}

const fixedWords =
  (show: (path: string) => string) =>
  ({ path, ruleId, message }: LocatedProblem): string =>
    `Fixed: ${show(path)}  ${ruleId}\n  ${message}\n`;

function listed(
  problems: readonly LocatedProblem[],
  show: (problems: readonly LocatedProblem[]) => string,
): string {
  if (problems.length === 0) return '';
  const more = problems.length > SHOWN ? `\nand ${problems.length - SHOWN} more\n` : '';
  return `\n${show(problems.slice(0, SHOWN))}${more}`;
}

function leftWords(left: readonly LocatedProblem[], known: number): string {
  const errors = left.filter(({ severity }) => severity === 'error').length;
  const warnings = left.length - errors;
  const weights = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  const rest = known > 0 ? `, and ${known} that the baseline knows` : '';
  return `${weights.length === 0 ? 'no problems' : weights.join(', ')} left${rest}`;
}

/** An answer for a program, in one line; problems are those of the JSON report. */
export function answerJson({ changed, added, fixed, left, known }: Answer, report: Report): string {
  const rows = (problems: readonly LocatedProblem[]) =>
    JSON.parse(reportJson({ ...report, problems }));
  const line = {
    changed: changed.map(report.show),
    new: rows(added).problems,
    fixed: rows(fixed).problems,
    counts: rows(left).counts,
    known,
  };
  return `${JSON.stringify(line)}\n`;
}
