import type { GateChange, RuleChange } from '../../domain/changes/gates.ts';
import { gateWords } from '../../domain/standard/gates.ts';
import { inCell } from './markdown-text.ts';
import { gateTitle, gateWordsOf } from './readiness-parts.ts';

/** The gates and the rules that a change moved, as two tables; nothing where it moved none. */
export function gatesPart(
  { asOf, gates, rules }: { readonly asOf: string } & Moved,
  limit: number,
): string[] {
  if (gates.length === 0 && rules.length === 0) return [];
  const gateRows = gates.map(
    ({ before, now }) => `| ${gateTitle(now.id)} | ${gateWordsOf(before)} | ${gateWordsOf(now)} |`,
  );
  const ruleRows = rules
    .slice(0, limit)
    .map(
      ({ rule, title, before, now, gates: at }) =>
        `| ${rule} ${inCell(title)} | ${words[before]} | ${words[now]} | ${at.map((gate) => gateWords[gate]).join(', ')} |`,
    );
  const more = rules.length - ruleRows.length;
  return [
    `### Gates that moved, as of ${asOf}`,
    ...(gateRows.length === 0 ? [] : [table(['Gate', 'Before', 'Now'], gateRows)]),
    ...(ruleRows.length === 0 ? [] : [table(['Rule', 'Before', 'Now', 'At the gates'], ruleRows)]),
    ...(more > 0 ? [`And ${more} more rules.`] : []),
  ];
}

interface Moved {
  readonly gates: readonly GateChange[];
  readonly rules: readonly RuleChange[];
}

const words: Readonly<Record<RuleChange['now'], string>> = {
  pass: 'passes',
  fail: '**fails**',
  waived: 'waived',
  'cannot-tell': '**cannot tell**',
  'not-due': 'not due',
  'not-applicable': 'nothing to judge',
};

const table = (head: readonly string[], rows: readonly string[]): string =>
  [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows].join('\n');
