import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { count, countsOf, isOlder, type Report, type Surroundings } from './report.ts';

/**
 * Findings as JUnit XML: a suite for each file, a failure for each error. Warnings, and what was there
 * before, are skipped tests. Names have no line in them, so that a finding is known again when it moves.
 */
export function reportJunit(report: Report, { place }: Pick<Surroundings, 'place'>): string {
  const suites = [...Map.groupBy(report.problems, ({ path }) => path)].map(([path, problems]) =>
    suite(place(path), problems, report),
  );
  const { tests, failures } = totals(report);
  const clean = element('testcase', { name: count(report.files, 'file'), classname: 'check' });
  const body =
    suites.length > 0 ? suites : [element('testsuite', { name: 'check', tests: 1 }, [clean])];
  const top = element('testsuites', { name: 'handbook', tests: tests || 1, failures }, body);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${top}\n`;
}

function totals(report: Report): { tests: number; failures: number; skipped: number } {
  const { problems } = report;
  const failures = countsOf(problems.filter((problem) => !isOlder(report, problem))).error;
  return { tests: problems.length, failures, skipped: problems.length - failures };
}

function suite(file: string, problems: readonly LocatedProblem[], report: Report): string {
  const seen = new Map<string, number>();
  const cases = problems.map((problem) => {
    const { ruleId, message } = problem;
    const name = `${ruleId}: ${message}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return testCase(file, before === 0 ? name : `${name} (${before + 1})`, problem, report);
  });
  return element('testsuite', { name: file, ...totals({ ...report, problems }) }, cases);
}

function testCase(file: string, name: string, problem: LocatedProblem, report: Report): string {
  const { severity, line, column, message, fix, ruleId } = problem;
  const older = isOlder(report, problem);
  const attributes = { message, type: older ? `${ruleId}, not new` : ruleId };
  const words = escaped(`${file}:${line}:${column}\n${message}\n${fix}`);
  const outcome =
    severity === 'error' && !older
      ? element('failure', attributes, words)
      : element('skipped', { message: `${older ? 'not new' : severity}: ${message} ${fix}` });
  return element('testcase', { name, classname: file, file, line }, [outcome]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: string | readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value))}"`,
  );
  const body = typeof inside === 'string' ? inside : inside.map((row) => `\n${row}`).join('');
  const end = typeof inside === 'string' || inside.length === 0 ? '' : '\n';
  const head = `<${name}${written.join('')}`;
  return body === '' ? `${head}/>` : `${head}>${body}${end}</${name}>`;
}

/** Text as it may stand in an attribute or an element; what XML cannot hold becomes a mark. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
