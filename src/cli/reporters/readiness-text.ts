import { program } from '../../domain/commands/define.ts';
import { formatProblems, type ProblemStyle } from '../../domain/problems/format.ts';
import { comingFindings, waivedFindings } from '../../domain/readiness/parts.ts';
import type { Evidence } from '../../domain/standard/rule.ts';
import type { LocatedFinding, LocatedReadiness } from '../../workspace/judge.ts';
import { cell, table } from '../table.ts';
import { byKindWords, kindText } from './kind-text.ts';
import { failuresOf, gateTitle, gateWordsOf, type State, standing } from './readiness-parts.ts';
import { count } from './report.ts';
import { byKind, kindMessage } from './unfinished.ts';

type Show = (path: string) => string;

/** The state of the exit for people at a terminal. */
export function readinessText(result: LocatedReadiness, show: Show, style: ProblemStyle): string {
  const { rules, gates } = result;
  const gateRows = gates.map((gate) => [
    `  ${gate.id}`,
    gate.date ?? 'no date',
    gateTitle(gate.id),
    gateWordsOf(gate),
  ]);
  return [
    `${standing(result)}\n\n`,
    table(gateRows),
    part('Fails', failuresOf(rules), (found) => failing(found, show, style)),
    part('Cannot tell, which is no pass', rules.flatMap(doubtsOf), lines),
    part(
      'Waived',
      rules.flatMap((state) => waived(state, show)),
      lines,
    ),
    part(
      'Passes',
      rules.filter(({ status }) => status === 'pass'),
      (passed) => passed.map((state) => passing(state, show)).join(''),
    ),
    part('Not due yet', rules.flatMap(comingFindings), (found) => coming(found, show)),
    `\n${closing(result)}\n`,
  ].join('');
}

function failing(found: readonly LocatedFinding[], show: Show, style: ProblemStyle): string {
  const { single, kinds } = byKind(found);
  const paragraphs = [
    ...(single.length === 0 ? [] : [formatProblems(single, show, style)]),
    ...kinds.map((kind) => kindText(kind, { show, style })),
    byKindWords(kinds, ALL),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n');
}

const ALL = { 'All of them': `${program} readiness --format json` };

function part<T>(
  title: string,
  items: readonly T[],
  write: (items: readonly T[]) => string,
): string {
  return items.length === 0 ? '' : `\n${title}\n\n${write(items)}`;
}

const lines = (items: readonly string[]): string => items.map((item) => `  ${item}\n`).join('');

const doubtsOf = ({ rule, doubts }: State): string[] =>
  doubts.filter(({ due }) => due).map(({ cannotTell }) => `${rule.id}  ${cannotTell}`);

const waived = (state: State, show: Show): string[] =>
  waivedFindings(state).map(
    ({ waiver, path, ruleId, line }) =>
      `${ruleId}  ${show(path)}:${line}  until ${waiver?.until} by ${waiver?.signer} (${waiver?.entry.id})`,
  );

/** The evidence of a rule; of a long list its first items and how many follow. */
const SHOWN = 3;

function passing({ rule, evidence }: State, show: Show): string {
  const rows = evidence.slice(0, SHOWN).map((one) => `      ${evidenceText(one, show)}\n`);
  const more = evidence.length > SHOWN ? `      and ${evidence.length - SHOWN} more\n` : '';
  return `  ${rule.id}  ${rule.title}\n${rows.join('')}${more}`;
}

const evidenceText = ({ evidence, path, commit }: Evidence, show: Show): string =>
  [
    ...(path === undefined ? [] : [show(path)]),
    ...(commit === undefined ? [] : [commit.slice(0, 12)]),
    cell(evidence, 200),
  ].join('  ');

function coming(found: readonly LocatedFinding[], show: Show): string {
  const { single, kinds } = byKind(found, ({ from }) => from);
  return table([
    ...single.map((one) => comingRow(one, `${show(one.path)}:${one.line}`, one.message)),
    ...kinds.map((kind) =>
      comingRow(kind.problems[0], `${kind.documents} imported documents`, kindMessage(kind)),
    ),
  ]);
}

const comingRow = ({ from, ruleId }: LocatedFinding, place: string, message: string) => [
  `  ${from}`,
  ruleId,
  place,
  cell(message, 100),
];

function closing({ rules }: LocatedReadiness): string {
  const of = (status: State['status']) => rules.filter((state) => state.status === status).length;
  return [
    `${count(rules.length, 'rule')}: ${of('pass')} pass, ${of('fail')} fail`,
    `${of('cannot-tell')} undecided, ${of('waived')} waived, ${of('not-due')} not due`,
    `${of('not-applicable')} with nothing to judge.`,
  ].join(', ');
}
