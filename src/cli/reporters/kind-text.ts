import type { ProblemStyle } from '../../domain/problems/format.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { type Kind, toldByKind } from './unfinished.ts';

interface How {
  readonly show: (path: string) => string;
  readonly style: ProblemStyle;
  /** What stands behind the rule. */
  readonly note?: string;
}

/** What many imported documents lack: how many, the first of them, and what to write. */
export function kindText(kind: Kind, { show, style, note = '' }: How): string {
  const { problems, examples, documents, isAlike } = kind;
  const [{ severity, ruleId, message, fix }] = problems;
  const dress = (part: keyof ProblemStyle, text: string) => style[part]?.(text) ?? text;
  const place = ({ path, line, column }: LocatedProblem) =>
    dress('place', `${show(path)}:${line}:${column}`);
  const times = problems.length > documents ? `, ${problems.length} places` : '';
  const who = dress('place', `${documents} imported documents${times}`);
  return [
    `${who}  ${dress(severity, severity)}  ${dress('rule', `${ruleId}${note}`)}`,
    ...(isAlike
      ? [`  ${message}`, `  ${dress('fix', fix)}`, ...examples.map((one) => `    ${place(one)}`)]
      : examples.flatMap((one) => [
          `    ${place(one)}`,
          `      ${one.message}`,
          `      ${dress('fix', one.fix)}`,
        ])),
    `    and ${moreWords(kind)}`,
    '',
  ].join('\n');
}

const moreWords = ({ problems, examples, documents, isAlike }: Kind): string =>
  isAlike
    ? `${documents - examples.length} more`
    : `${problems.length - examples.length} more of this kind`;

/** How much was told by kind and which commands tell all of it, a line each; nothing where nothing was. */
export function byKindWords(kinds: readonly Kind[], commands: Readonly<Record<string, string>>) {
  const told = toldByKind(kinds);
  if (told === 0) return '';
  const rows = Object.entries(commands).map(([what, command]) => `${what}: ${command}\n`);
  return `${told} of them are told by kind: what imported documents lack until they are reviewed.\n${rows.join('')}`;
}
