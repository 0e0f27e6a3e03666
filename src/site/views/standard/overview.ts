import { noLegalAdvice, standingLimits } from '../../../domain/standard/limits.ts';
import {
  families,
  familyOf,
  standardAddress,
  standardRules,
} from '../../../domain/standard/registry.ts';
import type { StandardRule } from '../../../domain/standard/rule.ts';
import { checkedWords, type Source, sources } from '../../../domain/standard/sources.ts';
import type { LocatedReadiness } from '../../../workspace/judge.ts';
import type { Mark } from '../words.ts';
import { stagesWords, stateMark, titleOfRule, waivableWords } from './words.ts';

/** All rules of the standard by family, and what they are built from. */
export interface StandardView {
  readonly families: readonly FamilyView[];
  readonly sources: readonly SourceView[];
  readonly limits: readonly string[];
  readonly advice: string;
  readonly counts: { readonly rules: number; readonly asOf: string | null };
}

interface FamilyView {
  /** Anchor: the letters of its rules, such as `rbk`. */
  readonly id: string;
  readonly title: string;
  readonly rules: readonly {
    readonly id: string;
    readonly href: string;
    readonly title: string;
    readonly statement: string;
    readonly stages: string;
    readonly waivable: string;
    readonly state: Mark | null;
    readonly open: number;
  }[];
}

/** A source, and how far it was read. */
export interface SourceView {
  readonly title: string;
  readonly asks: string;
  readonly checked: string;
  readonly caution: string | null;
  readonly url: string | null;
}

/** The view of the standard; without a readiness no rule has a state. */
export const standardView = (readiness: LocatedReadiness | null): StandardView => ({
  families: [...Map.groupBy<string, StandardRule>(standardRules, ({ id }) => familyOf(id))].map(
    ([family, rules]) => ({
      id: family.toLowerCase(),
      title: families[family] ?? family,
      rules: rules.map((rule) => rowOf(rule, readiness)),
    }),
  ),
  sources: Object.values(sources).map(sourceView),
  limits: standingLimits,
  advice: noLegalAdvice,
  counts: { rules: standardRules.length, asOf: readiness?.asOf ?? null },
});

export const sourceView = ({ title, asks, checked, caution, url }: Source): SourceView => ({
  title,
  asks,
  checked: checkedWords[checked],
  caution: caution ?? null,
  url: url ?? null,
});

function rowOf(own: StandardRule, readiness: LocatedReadiness | null) {
  const state = readiness?.rules.find(({ rule }) => rule.id === own.id);
  const rule = state?.rule ?? own;
  return {
    id: rule.id,
    href: standardAddress(rule.id),
    title: titleOfRule(rule),
    statement: rule.statement,
    stages: stagesWords(rule.stages),
    waivable: waivableWords[rule.waivable],
    state: stateMark(state),
    open: state?.findings.filter(({ due, waiver }) => due && waiver === null).length ?? 0,
  };
}
