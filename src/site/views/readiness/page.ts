import type { Entry } from '../../../domain/graph/corpus.ts';
import { gateNames, gateTitles } from '../../../domain/standard/gates.ts';
import type { LocatedFinding, LocatedReadiness } from '../../../workspace/judge.ts';
import type { Handbook } from '../../handbook.ts';
import { counted } from '../days.ts';
import type { Mark } from '../words.ts';
import { dayOf } from '../words.ts';
import { type FindingView, findingView, type RuleLink, ruleLink, type State } from './findings.ts';

/** What the exit asks of one document; null where nothing is found in it. */
export interface PageFindings {
  /** Beside the title; null where nothing is due. */
  readonly mark: Mark | null;
  readonly open: readonly RuleFindings[];
  /** What nobody can tell of it. */
  readonly doubts: readonly PageDoubt[];
  readonly waived: readonly (RuleFindings & { readonly until: string })[];
  readonly later: readonly { readonly title: string; readonly rules: readonly RuleFindings[] }[];
  readonly count: { readonly due: number; readonly later: number };
}

interface PageDoubt {
  readonly text: string;
  /** Every rule that cannot tell for that reason. */
  readonly rules: readonly RuleLink[];
}

interface RuleFindings {
  readonly rule: RuleLink;
  readonly findings: readonly FindingView[];
}

interface Found {
  readonly state: State;
  readonly finding: LocatedFinding;
}

interface PathFindings {
  readonly found: readonly Found[];
  readonly doubts: PageFindings['doubts'];
}

const byPath = new WeakMap<LocatedReadiness, ReadonlyMap<string, PathFindings>>();

/** What the rules found in a document: its own findings only. */
export function pageFindings(
  entry: Entry,
  { readiness, corpus }: Pick<Handbook, 'readiness' | 'corpus'>,
): PageFindings | null {
  if (readiness === null) return null;
  const known = byPath.get(readiness) ?? group(readiness);
  byPath.set(readiness, known);
  const own = known.get(entry.path);
  if (!own) return null;
  const select = (test: (finding: LocatedFinding) => boolean) =>
    own.found.filter(({ finding }) => test(finding));
  const open = select(({ due, waiver }) => due && waiver === null);
  const later = select(({ due, waiver }) => !due && waiver === null);
  return {
    mark: markOf(open.map(({ finding }) => finding)),
    open: byRule(open, { corpus }),
    doubts: own.doubts,
    waived: select(({ due, waiver }) => due && waiver !== null).map((one) => ({
      ...ruleFindings([one], { corpus }),
      until: dayOf(one.finding.waiver?.until ?? ''),
    })),
    later: gateNames.flatMap((gate) => {
      const then = later.filter(({ finding }) => finding.from === gate);
      return then.length === 0
        ? []
        : [{ title: gateTitles[gate], rules: byRule(then, { corpus }) }];
    }),
    count: { due: open.length, later: later.length },
  };
}

/** What is left to say of a person: what is owed, now or later, is told with all that the person owes. */
export function beyondOwed(found: PageFindings | null): PageFindings | null {
  if (found === null || found.doubts.length + found.waived.length === 0) return null;
  const { mark, doubts, waived } = found;
  return { mark, doubts, waived, open: [], later: [], count: { due: 0, later: 0 } };
}

function group({ rules }: LocatedReadiness): ReadonlyMap<string, PathFindings> {
  const paths = new Map<string, { found: Found[]; doubts: PageDoubt[] }>();
  const at = (path: string) => {
    const known = paths.get(path) ?? { found: [], doubts: [] };
    paths.set(path, known);
    return known;
  };
  for (const state of rules) {
    for (const finding of state.findings) at(finding.path).found.push({ state, finding });
    for (const { path, due, cannotTell } of state.doubts)
      if (path !== undefined && due)
        at(path).doubts.push({ rules: [ruleLink(state.rule)], text: cannotTell });
  }
  for (const one of paths.values()) one.doubts = eachOnce(one.doubts);
  return paths;
}

/** Doubts with the same words as one. */
const eachOnce = (doubts: readonly PageDoubt[]): PageDoubt[] =>
  [...Map.groupBy(doubts, ({ text }) => text)].map(([text, same]) => ({
    text,
    rules: [...new Map(same.flatMap(({ rules }) => rules).map((rule) => [rule.id, rule])).values()],
  }));

const byRule = (found: readonly Found[], book: Pick<Handbook, 'corpus'>): RuleFindings[] =>
  [...Map.groupBy(found, ({ state }) => state).values()].map((same) => ruleFindings(same, book));

const ruleFindings = (found: readonly Found[], book: Pick<Handbook, 'corpus'>): RuleFindings => ({
  rule: ruleLink((found[0] as Found).state.rule),
  findings: found.map(({ finding }) => findingView(finding, book)),
});

function markOf(open: readonly LocatedFinding[]): Mark | null {
  const errors = open.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return { text: `${counted(errors, 'error')} for the exit`, tone: 'bad' };
  return open.length === 0
    ? null
    : { text: `${counted(open.length, 'warning')} for the exit`, tone: 'attention' };
}
