import { count } from '../reporters/report.ts';
import type { ImportReport, RefusedProblem } from './report.ts';
import { group, placeOf, row, type TextOptions } from './report-lines.ts';

/** How many problems of one document, and how many documents, are named. */
const SHOWN = 3;
const DOCUMENTS = 20;

/** What the check refuses of that which is written, with what to do; in a dry run at the line of the source. */
export function refusedPart({ refused, isDry }: ImportReport, options: TextOptions): string {
  const byDocument = [...Map.groupBy(refused, ({ path }) => path).values()];
  const them = byDocument.length === 1 ? 'it' : 'them';
  const shown = options.isWhole ? byDocument : byDocument.slice(0, DOCUMENTS);
  const more = byDocument.length - shown.length;
  return group(
    `The check refuses ${count(byDocument.length, 'document')}, and what is built leaves ${them} out until this is put right:`,
    [
      ...shown.flatMap((problems) => linesOf(problems, isDry, options)),
      ...(more > 0 ? [row(`and ${count(more, 'document')} more`, options)] : []),
    ],
  );
}

function linesOf(
  problems: readonly RefusedProblem[],
  isDry: boolean,
  options: TextOptions,
): string[] {
  const most = options.isWhole ? problems.length : SHOWN;
  const fixes = [...new Set(problems.map(({ fix }) => fix))].slice(0, most);
  return [
    ...problems.slice(0, most).map((one) => row(problemLine(one, isDry, options), options)),
    ...(problems.length > most
      ? [row(`and ${problems.length - most} more there`, options, 4)]
      : []),
    ...fixes.map((fix) => row(fix, options, 4)),
  ];
}

function problemLine(
  { path, line, ruleId, message, origin }: RefusedProblem,
  isDry: boolean,
  { show }: TextOptions,
): string {
  const here = `${show(path)}:${line}`;
  const there = origin === null ? null : placeOf(origin.from, origin.line);
  if (there === null) return `${here}  ${message} [${ruleId}]`;
  return isDry
    ? `${there}  ${message} [${ruleId}] (it would be ${here})`
    : `${here}  ${message} [${ruleId}] (from ${there})`;
}
