import { documentationOf } from '../../domain/checks/registry.ts';
import { type Entry, titleOf } from '../../domain/graph/corpus.ts';
import type { Dependent } from '../../domain/graph/dependents.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import type { RuleState } from '../../domain/readiness/readiness.ts';
import { count } from '../reporters/report.ts';
import { cell, table } from '../table.ts';

/** What points at a document and what breaks without it. */
export interface Impact {
  readonly entry: Entry;
  readonly direct: readonly (Link & { readonly line: number })[];
  readonly further: readonly (Dependent & { readonly steps: number })[];
  /** How many documents point at those that point at it, where they are not listed. */
  readonly unlisted: number;
  readonly problems: readonly LocatedProblem[];
  readonly rules: readonly Turned[] | null;
}

/** A link to the document, in words. */
interface Link {
  readonly from: Entry;
  readonly label: string;
  /** The field; null for a link in the text. */
  readonly field: string | null;
}

/** A rule of the standard that would stand otherwise. */
export interface Turned {
  readonly id: string;
  readonly title: string;
  readonly from: RuleState['status'];
  readonly to: RuleState['status'];
}

/** An impact for people; `hide` puts out of sight what may not be shown, before anything is cut. */
export function impactText(
  { entry, direct, further, unlisted, problems, rules }: Impact,
  hide: (text: string) => string,
): string {
  const shown = (text: string) => cell(hide(text), Infinity);
  return [
    `${shown(entry.id)}  ${shown(titleOf(entry))}\n`,
    direct.length === 0
      ? 'Nothing points at it.\n'
      : `Points at it: ${direct.length} from ${count(new Set(direct.map(({ from }) => from)).size, 'document')}\n${table(direct.map((one) => directRow(one, hide)))}`,
    ...(further.length === 0
      ? []
      : [`Further away: ${further.length}\n${table(further.map(furtherRow))}`]),
    ...(unlisted === 0
      ? []
      : [
          `${count(unlisted, 'document')} more ${unlisted === 1 ? 'points' : 'point'} at those. To list them: --depth 2\n`,
        ]),
    problems.length === 0
      ? 'If it goes, the check finds nothing new.\n'
      : `If it goes, the check finds: ${count(problems.length, 'problem')} more\n${problems.map((one) => problemLine(one, shown)).join('')}`,
    ...(rules === null ? [] : [rulesText(rules)]),
  ].join('\n');
}

const directRow = (
  { from, label, field, line }: Impact['direct'][number],
  hide: (text: string) => string,
): string[] => [
  `  ${cell(hide(from.path), Infinity)}:${line}`,
  label + (field === null ? '' : ` (${field})`),
  cell(hide(titleOf(from))),
];

const furtherRow = (one: Impact['further'][number]): string[] => [
  `  ${one.entry.id}`,
  `by ${wayOf(one).slice(0, -1).join(', ')}`,
];

const problemLine = (
  { path, line, severity, message }: LocatedProblem,
  shown: (text: string) => string,
): string => `  ${shown(path)}:${line}  ${severity}  ${message}\n`;

function rulesText(rules: readonly Turned[]): string {
  if (rules.length === 0) return 'No rule of the standard stands worse without it.\n';
  const rows = rules.map(({ id, title, from, to }) => [`  ${id}`, `${from} -> ${to}`, title]);
  return `Rules of the standard that stand worse without it: ${rules.length}\n${table(rows)}`;
}

/** Ids on the way from a document to the one that was asked about. */
const wayOf = ({ way }: Dependent): string[] => way.map(({ to }) => to.id);

/** An impact for programs. */
export function impactJson(
  { entry, direct, further, problems, rules }: Impact,
  show: (path: string) => string,
): string {
  const identity = (one: Entry) => ({ id: one.id, path: show(one.path), title: titleOf(one) });
  const value = {
    document: identity(entry),
    direct: direct.map(({ from, label, field, line }) => ({
      ...identity(from),
      line,
      label,
      field,
    })),
    further: further.map((one) => ({ ...identity(one.entry), steps: one.steps, way: wayOf(one) })),
    problems: problems.map(({ ruleId, severity, path, line, column, message, fix }) => ({
      ruleId,
      severity,
      path: show(path),
      line,
      column,
      message,
      fix,
      url: documentationOf(ruleId),
    })),
    rules,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
