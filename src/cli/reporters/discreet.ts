import type { Discretion } from '../../domain/checks/discretion.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { quotable } from './quotable.ts';
import type { Report } from './report.ts';

/** A report as its formats may write it: what nobody may print is stars in words, paths, titles and lines. */
export function discreet(report: Report): Report {
  const textOf = quotable(report);
  const { discretion } = report;
  if (discretion === undefined) return { ...report, textOf };
  const was = new Map<LocatedProblem, LocatedProblem>();
  for (const problem of report.problems) was.set(discretion.problem(problem), problem);
  const { isOlder, change } = report;
  return {
    ...report,
    problems: [...was.keys()],
    show: (path) => discretion.path(report.show(path)),
    showText: (path) => discretion.path(report.showText(path)),
    textOf: (path) => {
      const text = textOf(path);
      return text === null ? null : discretion.about(path, text);
    },
    ...(isOlder && { isOlder: (problem) => isOlder(was.get(problem) ?? problem) }),
    ...(change && { change: discreetChange(change, discretion) }),
  };
}

type Change = NonNullable<Report['change']>;

function discreetChange(change: Change, discretion: Discretion): Change {
  const { documents, references, fixed, standard } = change;
  const hide = <T>(value: T): T => discreetData(value, discretion.path);
  return {
    ...change,
    documents: hide(documents),
    references: hide(references),
    fixed: hide(fixed.map(discretion.problem)),
    standard: standard && { ...standard, voided: hide(standard.voided), due: hide(standard.due) },
  };
}

/** Plain data with each text and number in it as it may be shown. */
function discreetData<T>(value: T, hide: (text: string) => string): T;
function discreetData(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') return hide(value);
  if (typeof value === 'number') {
    const shown = hide(String(value));
    return shown === String(value) ? value : shown;
  }
  if (Array.isArray(value)) return value.map((item) => discreetData(item, hide));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [hide(key), discreetData(item, hide)]),
  );
}

/** What a command prints as text or JSON, as it may be shown. */
export const discreetly = (written: string, isJson: boolean, { text }: Discretion): string =>
  isJson ? `${JSON.stringify(discreetData(JSON.parse(written), text), null, 2)}\n` : text(written);
