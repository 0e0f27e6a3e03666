import { type Corpus, type Entry, engagementData } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { openFindings } from '../../../domain/readiness/parts.ts';
import { nameOf as personName } from '../../../domain/standard/facts/people.ts';
import { contentRoot } from '../../../domain/standard/facts/proofs.ts';
import { noLegalAdvice, standingLimits } from '../../../domain/standard/limits.ts';
import type { StandardContext } from '../../../domain/standard/rule.ts';
import type { LocatedReadiness } from '../../../workspace/judge.ts';
import type { Link } from '../forms/form.ts';
import { type DoubtView, doubtsOf } from '../readiness/board.ts';
import {
  documentLink,
  entryIn,
  type RuleLink,
  ruleLink,
  shownOf,
  withheldWords,
} from '../readiness/findings.ts';
import { gateViews } from '../readiness/gates.ts';
import { type Verdict, verdictOf } from '../readiness/verdict.ts';
import { type WaiverView, waiverViews } from '../readiness/waivers.ts';
import { dayOf } from '../words.ts';
import {
  type AcceptedView,
  acceptedOf,
  type OpenAcceptances,
  openAcceptances,
} from './documents.ts';
import { type SignedGate, signedGates } from './signatures.ts';

/** What the sponsor reads, prints and signs. */
export interface AcceptanceView {
  readonly customer: string;
  readonly vendor: string;
  readonly asOf: string;
  readonly verdict: Verdict;
  readonly gates: readonly SignedGate[];
  /** Merkle root of the documents as they are. */
  readonly root: string;
  readonly errors: readonly OpenLine[];
  readonly warnings: readonly OpenLine[];
  /** What is open in documents outside the copy; null where nothing is. */
  readonly withheld: string | null;
  /** What a signature would be for today; null before the kickoff. */
  readonly signing: {
    readonly gate: string;
    readonly state: string;
    readonly exit: boolean;
  } | null;
  readonly doubts: readonly DoubtView[];
  readonly accepted: readonly AcceptedView[];
  readonly open: readonly OpenAcceptances[];
  readonly waivers: readonly WaiverView[];
  readonly limits: readonly string[];
  readonly advice: string;
  readonly sponsor: { readonly name: string; readonly title: string | null } | null;
}

/** A point that is due, in one line. */
export interface OpenLine {
  readonly rule: RuleLink;
  readonly document: Link | null;
  readonly place: string;
  readonly message: string;
}

/** The view of the acceptance of a handbook. */
export function acceptanceView(
  standard: StandardContext,
  readiness: LocatedReadiness,
): AcceptanceView {
  const { corpus } = standard;
  const engagement = engagementData(corpus);
  return {
    customer: textAt(engagement, 'customer.name') ?? 'The customer',
    vendor: textAt(engagement, 'vendor.name') ?? 'the vendor',
    asOf: dayOf(readiness.asOf),
    verdict: verdictOf(readiness),
    gates: signedGates(standard, readiness),
    root: contentRoot(standard),
    errors: openLines('error', readiness, corpus),
    warnings: openLines('warning', readiness, corpus),
    withheld: withheldWords(readiness.rules.flatMap(openFindings)),
    signing: signingOf(readiness),
    doubts: doubtsOf(readiness.rules),
    accepted: acceptedOf(standard),
    open: openAcceptances(standard),
    waivers: waiverViews(readiness, { corpus }),
    limits: standingLimits,
    advice: noLegalAdvice,
    sponsor: sponsorOf(corpus.byId.get(`people/${textAt(engagement, 'sponsor')}`), corpus),
  };
}

const openLines = (
  weight: 'error' | 'warning',
  { rules }: LocatedReadiness,
  corpus: Corpus,
): OpenLine[] =>
  rules.flatMap((state) =>
    shownOf(openFindings(state))
      .filter(({ severity }) => severity === weight)
      .map(({ path, line, message }) => {
        const entry = entryIn(path, { corpus });
        return {
          rule: ruleLink(state.rule),
          document: entry && documentLink(entry),
          place: `${path}:${line}`,
          message,
        };
      }),
  );

/** The gate that is reached, and whether its signature would end the engagement. */
function signingOf(readiness: LocatedReadiness): AcceptanceView['signing'] {
  const gate = gateViews(readiness).find(({ here }) => here);
  if (!gate) return null;
  const exit = readiness.reached === 'X' && verdictOf(readiness).tone === 'good';
  return { gate: gate.title, state: gate.mark.text, exit };
}

const sponsorOf = (person: Entry | undefined, corpus: Corpus) =>
  person
    ? {
        name: personName(corpus, person.id.replace('people/', '')),
        title: textAt(person.data, 'title'),
      }
    : null;
