import type { Report, Surroundings } from '../../../src/cli/reporters/report.ts';
import { at, type LocatedProblem } from '../../../src/domain/problems/problem.ts';

export const finding = (more: Partial<LocatedProblem> = {}): LocatedProblem => {
  const { line = 2, column = 3 } = more;
  return {
    ruleId: 'links',
    messageId: 'missing',
    severity: 'error',
    path: 'runbooks/a.mdx',
    position: at({ line, column }),
    line,
    column,
    message: 'There is no file b.mdx.',
    fix: 'Correct the path.',
    ...more,
  };
};

/** The same finding in each of several imported documents. */
export const lacking = (
  documents: number,
  more: Partial<LocatedProblem>,
  from = 0,
): LocatedProblem[] =>
  Array.from({ length: documents }, (_, index) =>
    finding({
      severity: 'warning',
      unfinished: true,
      path: `pages/page-${from + index}.mdx`,
      ...more,
    }),
  );

export const reportOf = (
  problems: readonly LocatedProblem[],
  more: Partial<Report> = {},
): Report => ({
  problems,
  files: 7,
  show: (path) => `/repo/content/${path}`,
  showText: (path) => `content/${path}`,
  textOf: () => 'one\ntwo words\nthree\n',
  ...more,
});

export const surroundings: Surroundings = {
  style: {},
  place: (path) => `content/${path}`,
  site: null,
};
