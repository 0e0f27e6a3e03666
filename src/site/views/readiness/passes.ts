import { families, familyOf } from '../../../domain/standard/registry.ts';
import type { Evidence } from '../../../domain/standard/rule.ts';
import type { Handbook } from '../../handbook.ts';
import type { Link } from '../forms/form.ts';
import { documentLink, entryIn, type RuleLink, ruleLink, type State } from './findings.ts';

/** The rules of a family that are met, each with what shows it. */
export interface FamilyPasses {
  readonly title: string;
  readonly rules: readonly {
    readonly rule: RuleLink;
    readonly evidence: readonly EvidenceView[];
    /** How much more there is than is listed. */
    readonly more: number;
  }[];
}

/** Something that shows a rule to be met, and where to look. */
export interface EvidenceView {
  readonly text: string;
  readonly document: Link | null;
  /** The first digits of a commit, as git takes them. */
  readonly commit: string | null;
}

type Book = Pick<Handbook, 'corpus'>;

/** Pieces of evidence that the board lists for one rule. */
const SHOWN = 4;

/** What is met, by family. */
export const passesOf = (rules: readonly State[], book: Book): FamilyPasses[] =>
  [
    ...Map.groupBy(
      rules.filter(({ status }) => status === 'pass'),
      ({ rule }) => familyOf(rule.id),
    ),
  ].map(([family, states]) => ({
    title: families[family] ?? family,
    rules: states.map(({ rule, evidence }) => ({
      rule: ruleLink(rule),
      evidence: evidence.slice(0, SHOWN).map((one) => evidenceView(one, book)),
      more: Math.max(0, evidence.length - SHOWN),
    })),
  }));

export function evidenceView({ evidence, path, commit }: Evidence, book: Book): EvidenceView {
  const entry = path === undefined ? null : entryIn(path, book);
  return {
    text: evidence,
    document: entry && documentLink(entry),
    commit: commit?.slice(0, 10) ?? null,
  };
}
