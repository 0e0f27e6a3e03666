import { comingFindings, waivedFindings } from '../../domain/readiness/parts.ts';
import { standardAddress } from '../../domain/standard/registry.ts';
import type { LocatedFinding, LocatedReadiness } from '../../workspace/judge.ts';
import { failuresOf, gateTitle, gateWordsOf, standing } from './readiness-parts.ts';
import { count } from './report.ts';
import { byKind, kindMessage } from './unfinished.ts';

type Show = (path: string) => string;

/** The state of the exit as Markdown, for a pull request or a mail. */
export function readinessMarkdown(result: LocatedReadiness, show: Show): string {
  const { rules, gates } = result;
  const doubts = rules.flatMap(({ rule, doubts: all }) =>
    all
      .filter(({ due }) => due)
      .map(({ cannotTell }) => `- ${ruleLink(rule.id)} ${escaped(cannotTell)}`),
  );
  const passed = rules
    .filter(({ status }) => status === 'pass')
    .map(
      ({ rule, evidence }) =>
        `| ${ruleLink(rule.id)} | ${inCell(rule.title)} | ${inCell(
          evidence
            .map((one) => one.evidence)
            .slice(0, 3)
            .join('; '),
        )} |`,
    );
  return [
    '# State of the exit',
    standing(result),
    rows(
      ['Gate', 'Day', 'State'],
      gates.map((gate) => `| ${gateTitle(gate.id)} | ${gate.date ?? ''} | ${gateWordsOf(gate)} |`),
    ),
    ...section('Fails', findings(failuresOf(rules), show)),
    ...section('Cannot tell, which is no pass', doubts),
    ...section(
      'Waived',
      rules.flatMap(waivedFindings).map((found) => waiver(found, show)),
    ),
    ...(passed.length === 0 ? [] : ['## Passes', rows(['Rule', 'What', 'Evidence'], passed)]),
    ...section('Not due yet', findings(rules.flatMap(comingFindings), show)),
  ]
    .join('\n\n')
    .concat('\n');
}

const section = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`## ${title}`, items.join('\n')];

const rows = (head: readonly string[], body: readonly string[]): string =>
  [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...body].join('\n');

const ruleLink = (id: string): string => `[${id}](${standardAddress(id)})`;

/** A line for each finding; one for what many imported documents lack. */
function findings(found: readonly LocatedFinding[], show: Show): string[] {
  const { single, kinds } = byKind(found, ({ from }) => from);
  return [
    ...single.map((one) => finding(one, show)),
    ...kinds.map((kind) => {
      const others = ` and ${count(kind.documents - 1, 'more imported document')}`;
      return finding({ ...kind.problems[0], message: kindMessage(kind) }, show, others);
    }),
  ];
}

const finding = (
  { ruleId, path, line, severity, from, due, message, fix }: LocatedFinding,
  show: Show,
  others = '',
): string =>
  `- ${ruleLink(ruleId)} ${due ? severity : `from ${from}`}, \`${show(path)}:${line}\`${others}: ${escaped(message)} ${escaped(fix)}`;

const waiver = ({ ruleId, path, waiver: by }: LocatedFinding, show: Show): string =>
  `- ${ruleLink(ruleId)} \`${show(path)}\` until ${by?.until} by ${by?.signer} (\`${by?.entry.path}\`)`;

/** Text that Markdown takes literally, but for what stands between backticks. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[\\*_[\]<>`|]/g, '\\$&')))
    .join('');

/** The same in a table, where a bar ends the cell even between backticks. */
const inCell = (text: string): string => escaped(text).replaceAll(/(?<!\\)\|/g, '\\|');
