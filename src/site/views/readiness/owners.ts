import { addressOf } from '../../../domain/graph/addresses.ts';
import type { Entry } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { sideOf } from '../../../domain/graph/sides.ts';
import { openFindings } from '../../../domain/readiness/parts.ts';
import type { LocatedFinding, LocatedReadiness } from '../../../workspace/judge.ts';
import type { Handbook } from '../../handbook.ts';
import { nameOf } from '../words.ts';
import {
  actorOf,
  entryIn,
  type FindingView,
  findingView,
  type RuleLink,
  ruleLink,
  type State,
  shownOf,
} from './findings.ts';

/** What one person has to do next. */
export interface OwnerFindings {
  readonly name: string;
  readonly href: string | null;
  readonly title: string | null;
  /** Set for people who leave. */
  readonly vendor: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly rules: readonly {
    readonly rule: RuleLink;
    readonly findings: readonly FindingView[];
    /** Findings of the rule that are left out here. */
    readonly more?: number;
  }[];
  /** Where all of them are, if some are left out here. */
  readonly all?: string;
}

type Book = Pick<Handbook, 'corpus'>;

/** What is due, by who has to act on it. */
export const openOwners = ({ rules }: LocatedReadiness, book: Book): OwnerFindings[] =>
  ownersOf(rules, openFindings, book);

/** Findings by who has to act on them, whoever has most errors first. */
export function ownersOf(
  rules: readonly State[],
  select: (state: State) => readonly LocatedFinding[],
  book: Book,
): OwnerFindings[] {
  const found = rules.flatMap((state) =>
    shownOf(select(state)).map((finding) => ({
      state,
      finding,
      actor: actorOf(entryIn(finding.path, book), book),
    })),
  );
  const groups = [...Map.groupBy(found, ({ actor }) => actor)].map(([actor, all]) => ({
    ...whoIs(actor, book),
    errors: all.filter(({ finding }) => finding.severity === 'error').length,
    warnings: all.filter(({ finding }) => finding.severity === 'warning').length,
    rules: [...Map.groupBy(all, ({ state }) => state)]
      .map(([{ rule }, same]) => ({
        rule: ruleLink(rule),
        findings: same.map(({ finding }) => findingView(finding, book)),
      }))
      .sort((a, b) => weight(b.findings) - weight(a.findings)),
  }));
  return groups.sort((a, b) => b.errors - a.errors || b.warnings - a.warnings);
}

const weight = (findings: readonly FindingView[]): number =>
  findings.some(({ mark }) => mark.tone === 'bad') ? 1 : 0;

const whoIs = (person: Entry | null, { corpus }: Book) =>
  person === null
    ? { name: 'Nobody is named', href: null, title: null, vendor: false }
    : {
        name: nameOf(person),
        href: addressOf(person),
        title: textAt(person.data, 'title'),
        vendor: sideOf(person, corpus) === 'vendor',
      };
