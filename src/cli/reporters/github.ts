import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { count, isOlder, type Report, ruleWords, type Surroundings, weightsOf } from './report.ts';

/** How many annotations of a weight GitHub shows for a step. */
const SHOWN = 10;

/**
 * Findings as workflow commands, which GitHub shows beside the lines of a diff: first a notice that counts
 * them, then errors, then warnings. What was there before is counted only.
 */
export function reportGithub(report: Report, { place }: Pick<Surroundings, 'place'>): string {
  const wordsOf = ruleWords(report);
  const fresh = report.problems.filter((problem) => !isOlder(report, problem));
  const rows = fresh
    .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .map((problem) => annotation(problem, place, wordsOf(problem.ruleId).title));
  const title = 'Handbook check';
  return [command('notice', { title }, summary(report, fresh)), ...rows].join('');
}

function summary({ problems, files, unlisted }: Report, fresh: readonly LocatedProblem[]): string {
  const found = fresh.length === 0 ? 'no problems' : weightsOf(fresh);
  const old = problems.length - fresh.length;
  const hidden = ['error', 'warning'].some(
    (weight) => fresh.filter(({ severity }) => severity === weight).length > SHOWN,
  );
  return [
    `${count(files, 'file')}, ${found}.`,
    ...(old > 0 ? [`${count(old, 'older finding')} not shown here.`] : []),
    ...(unlisted === undefined ? [] : [unlisted]),
    ...(hidden ? [`GitHub shows ${SHOWN} of each weight; the log of this step has all.`] : []),
  ].join(' ');
}

function annotation(problem: LocatedProblem, place: (path: string) => string, title: string) {
  const { severity, path, line, column, position, message, fix, ruleId } = problem;
  const point = position.kind === 'file' ? {} : { line, col: column };
  const properties = { file: place(path), ...point, title: `${ruleId}: ${title}` };
  return command(severity, properties, `${message}\n${fix}`);
}

function command(
  name: 'notice' | 'warning' | 'error',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(harmless(String(value)))}`,
  );
  return `::${name} ${written.join(',')}::${escapeData(harmless(message))}\n`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Text without codes for a terminal, and without the older form of a command, which counts anywhere in a line. */
const harmless = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\r\n]/gu, ' ').replaceAll('##[', '# #[');
