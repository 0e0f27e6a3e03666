import { countsOf, type Report, ruleWords } from './report.ts';

/** Findings for programs. */
export function reportJson(report: Report): string {
  const { problems, show, isOlder } = report;
  const wordsOf = ruleWords(report);
  const rows = problems.map((problem) => {
    const { ruleId, severity, path, line, column, message, fix } = problem;
    return {
      ruleId,
      severity,
      ...(isOlder ? { isNew: !isOlder(problem) } : {}),
      path: show(path),
      line,
      column,
      message,
      fix,
      url: wordsOf(ruleId).page,
    };
  });
  return `${JSON.stringify({ problems: rows, counts: countsOf(problems) }, null, 2)}\n`;
}
