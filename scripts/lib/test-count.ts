import { readFileSync } from 'node:fs';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export const none: Count = { passed: 0, failed: 0 };
export const onePassed: Count = { passed: 1, failed: 0 };
export const oneFailed: Count = { passed: 0, failed: 1 };

export const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
});

export const isClean = ({ passed, failed }: Count): boolean => failed === 0 && passed > 0;

/** The count in Vitest's JSON report. A file that failed to load counts as one failed test. */
export function countVitest(reportFile: string, exitCode: number): Count {
  const report = readReport(reportFile);
  const files = report?.testResults ?? [];
  const broken = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return count(report?.numPassedTests, (report?.numFailedTests ?? 0) + broken.length, exitCode);
}

/** The count in Playwright's JSON report. */
export function countPlaywright(reportFile: string, exitCode: number): Count {
  const stats = readReport(reportFile)?.stats;
  return count((stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected, exitCode);
}

/** A runner that ended badly or ran nothing counts as a failure, whatever its report says. */
function count(passed = 0, failed = 0, exitCode: number): Count {
  const ranWell = exitCode === 0 && passed + failed > 0;
  return { passed, failed: failed === 0 && !ranWell ? 1 : failed };
}

interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
  readonly stats?: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
  };
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No report means that the runner crashed before it could write one.
    return undefined;
  }
}
