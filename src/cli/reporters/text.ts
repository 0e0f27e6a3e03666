import { program } from '../../domain/commands/define.ts';
import type { ProblemStyle } from '../../domain/problems/format.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { codeFrame } from './code-frame.ts';
import { byKindWords, kindText } from './kind-text.ts';
import { count, isOlder, type Report, type Surroundings, weightsOf } from './report.ts';
import { byKind } from './unfinished.ts';

/** Findings for people, each with the lines it is about, and a closing line that counts them. */
export function reportText(report: Report, { style }: Pick<Surroundings, 'style'>): string {
  const { problems, files, unlisted } = report;
  const rest = unlisted === undefined ? '' : `${unlisted}\n`;
  const all = count(files, 'file');
  if (problems.length === 0) return `${all}, no problems.\n${rest}`;
  const { single, kinds } = byKind(problems, (one) => isOlder(report, one));
  const framed = framesOf(single);
  const paragraphs = [
    ...groupsOf(report, single).map((group) => paragraph(group, report, style, framed)),
    ...kinds.map((kind) => {
      const note = isOlder(report, kind.problems[0]) ? '  not new' : '';
      return kindText(kind, { show: report.showText, style, note });
    }),
  ];
  return `${paragraphs.join('\n')}\n${closing(report)}\n${byKindWords(kinds, ALL)}${rest}`;
}

const ALL = {
  'All of one document': `${program} check PATH`,
  'All of them': `${program} check --format json`,
};

function closing({ problems, files, isOlder: older }: Report): string {
  const hit = new Set(problems.map(({ path }) => path)).size;
  const fresh = older ? problems.filter((problem) => !older(problem)).length : problems.length;
  const known = fresh === problems.length ? '' : ` ${fresh === 0 ? 'None' : fresh} of them new.`;
  return `${weightsOf(problems)} in ${hit} of ${count(files, 'file')}.${known}`;
}

/** Findings that say the same of several lines of a file, told once where the first of them stands. */
function groupsOf(report: Report, problems: readonly LocatedProblem[]): LocatedProblem[][] {
  const key = (problem: LocatedProblem) => {
    const { path, ruleId, severity, message, fix } = problem;
    return JSON.stringify([path, ruleId, severity, message, fix, isOlder(report, problem)]);
  };
  return [...Map.groupBy(problems, key).values()];
}

/** Of many findings of one rule in one file only the first few show their lines. */
const FRAMES = 3;

function framesOf(problems: readonly LocatedProblem[]): ReadonlySet<LocatedProblem> {
  const groups = Map.groupBy(problems, ({ path, ruleId }) => JSON.stringify([path, ruleId]));
  return new Set([...groups.values()].flatMap((group) => group.slice(0, FRAMES)));
}

function paragraph(
  [problem, ...others]: readonly LocatedProblem[],
  report: Report,
  style: ProblemStyle,
  framed: ReadonlySet<LocatedProblem>,
): string {
  if (problem === undefined) return '';
  const { path, line, column, severity, ruleId, message, fix } = problem;
  const dress = (part: keyof ProblemStyle, text: string) => style[part]?.(text) ?? text;
  const place = dress('place', `${report.showText(path)}:${line}:${column}`);
  const age = isOlder(report, problem) ? '  not new' : '';
  const frame = framed.has(problem) ? codeFrame(problem, report.textOf(path)) : [];
  return [
    `${place}  ${dress(severity, severity)}  ${dress('rule', `${ruleId}${age}`)}`,
    `  ${message}`,
    `  ${dress('fix', fix)}`,
    ...(others.length === 0 ? [] : [`  ${alsoAt(others)}`]),
    ...frame.map((row) => `  ${row}`),
    '',
  ].join('\n');
}

/** How many places are named of findings that say the same. */
const PLACES = 20;

function alsoAt(others: readonly LocatedProblem[]): string {
  const places = others.slice(0, PLACES).map(({ line, column }) => `${line}:${column}`);
  const more = others.length - places.length;
  return `The same at ${places.join(', ')}${more > 0 ? ` and ${more} more places` : ''}.`;
}
