import { addressOf } from '../../../domain/graph/addresses.ts';
import type { Corpus } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import type { Waiver } from '../../../domain/readiness/waivers.ts';
import { nameOf as personName } from '../../../domain/standard/facts/people.ts';
import type { LocatedReadiness } from '../../../workspace/judge.ts';
import type { Handbook } from '../../handbook.ts';
import { endMark } from '../days.ts';
import type { Link } from '../forms/form.ts';
import { dayOf, type Mark, nameOf } from '../words.ts';
import { type RuleLink, ruleLink } from './findings.ts';

/** A waiver, whether it holds, and what lowers the risk meanwhile. */
export interface WaiverView {
  readonly link: Link;
  readonly mark: Mark;
  /** Why it does not hold; null where it does. */
  readonly void: string | null;
  readonly until: string;
  readonly rule: RuleLink | null;
  /** The document that it is for; null for the handbook as a whole. */
  readonly target: Link | null;
  readonly signer: string;
  readonly measure: string | null;
}

/** All waivers, those that hold first, the next to end before the others. */
export const waiverViews = (
  { waivers, rules, asOf }: LocatedReadiness,
  { corpus }: Pick<Handbook, 'corpus'>,
): WaiverView[] =>
  waivers
    .toSorted((a, b) => Number(a.void !== null) - Number(b.void !== null) || order(a, b))
    .map((waiver) => {
      const state = rules.find(({ rule }) => rule.id === waiver.rule);
      return {
        link: { href: addressOf(waiver.entry), text: nameOf(waiver.entry) },
        mark: markOf(waiver, asOf),
        void: waiver.void,
        until: dayOf(waiver.until),
        rule: state ? ruleLink(state.rule) : null,
        target: targetOf(waiver, corpus),
        signer: personName(corpus, waiver.signer),
        measure: textAt(waiver.entry.data, 'compensating_measure'),
      };
    });

const order = (a: Waiver, b: Waiver): number => (a.until < b.until ? -1 : 1);

function markOf(waiver: Waiver, asOf: string): Mark {
  if (waiver.void === null) return endMark(waiver.until, asOf) ?? { text: 'holds', tone: 'good' };
  return waiver.until < asOf
    ? { text: 'expired', tone: 'bad' }
    : { text: 'does not hold', tone: 'bad' };
}

function targetOf({ target }: Waiver, corpus: Corpus): Link | null {
  const entry = target === null ? undefined : corpus.byId.get(target);
  return entry ? { href: addressOf(entry), text: nameOf(entry) } : null;
}
