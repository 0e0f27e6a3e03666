import type { ChangeSummary } from '../../domain/changes/summary.ts';
import type { Discretion } from '../../domain/checks/discretion.ts';
import { documentationOf, rules } from '../../domain/checks/registry.ts';
import type { Rule } from '../../domain/checks/rule.ts';
import type { ProblemStyle } from '../../domain/problems/format.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';

/** What a rule says of itself, for formats that explain it. */
export interface RuleWords {
  readonly id: string;
  readonly title: string;
  /** Why it matters, and what it looks at. */
  readonly help: string;
  /** Address of the page that explains it, from the top of the site; null where none does. */
  readonly page: string | null;
}

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
  /** Rules of other commands than `check`, whose own are known. */
  readonly rules?: readonly RuleWords[];
  /** What may be shown of files; absent where nothing of them is quoted. */
  readonly discretion?: Discretion;
  /** Whether a finding was there before, and so fails nothing; absent where nothing is compared. */
  readonly isOlder?: (problem: LocatedProblem) => boolean;
  /** What is not listed and why, in a sentence. */
  readonly unlisted?: string;
  /** What the change did that the findings come from. */
  readonly change?: ChangeSummary;
}

/** What a reporter knows beside the findings. */
export interface Surroundings {
  /** How findings look to a person at a terminal. */
  readonly style: ProblemStyle;
  /** A path of the content folder from the top of its repository; as it is shown where it is in none. */
  readonly place: (path: string) => string;
  /** Where the handbook is published, without a slash at the end; null where nobody says. */
  readonly site: string | null;
}

/** The words of a rule that the guide explains. */
export const wordsOfRule = ({ id, title, why }: Rule): RuleWords => ({
  id,
  title,
  help: why,
  page: documentationOf(id),
});

/** The words of a rule by its id; a rule that nobody describes is its own title. */
export function ruleWords({ rules: more = [] }: Pick<Report, 'rules'>): (id: string) => RuleWords {
  const known = new Map([...rules.map(wordsOfRule), ...more].map((words) => [words.id, words]));
  return (id) => known.get(id) ?? { id, title: id, help: id, page: null };
}

export const isOlder = (
  { isOlder: older }: Pick<Report, 'isOlder'>,
  problem: LocatedProblem,
): boolean => older?.(problem) ?? false;

export function countsOf(problems: readonly LocatedProblem[]): { error: number; warning: number } {
  const error = problems.filter(({ severity }) => severity === 'error').length;
  return { error, warning: problems.length - error };
}

/** A number with its noun in the right form. */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

/** How many errors and warnings, in words. */
export function weightsOf(problems: readonly LocatedProblem[]): string {
  const { error, warning } = countsOf(problems);
  return [
    ...(error > 0 ? [count(error, 'error')] : []),
    ...(warning > 0 ? [count(warning, 'warning')] : []),
  ].join(', ');
}
