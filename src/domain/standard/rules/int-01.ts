import type { Entry } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { rawAt, rowsAt, textAt, textsOf } from '../../graph/fields.ts';
import { at, field } from '../../problems/problem.ts';
import { inForce } from '../facts/in-force.ts';
import { blockOfKind, factsOf, kindNames, states } from '../facts/integration-facts.ts';
import { sectionOf, sourceBelow } from '../facts/passages.ts';
import { isSigned } from '../facts/risks.ts';
import { exemptionsOf, isStated } from '../facts/substance.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

const HL7_EVENT = /^[A-Z]{3}[\^_][A-Z]\d\d\b/;

export const int01 = defineStandardRule({
  id: 'INT-01',
  title: 'Each interface says what it is, down to its kind',
  statement:
    'Each integration names product and tenant, kind, direction, payloads, authentication, test and live side, limits, schedule and dated quirks, and what is special to its kind.',
  why: 'The other end changes without asking. Whoever takes over has to know what was agreed, which limit stops us and what the product does against its own documentation; none of it can be read from our code.',
  sources: [{ source: 'engagement' }, { source: 'vendor-terms' }],
  appliesTo: ['integration'],
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Fill in the fields that the message names; what is special to a kind stands in the block of that kind.',
    'Date each quirk. If there is none, write in the section "Quirks" who looked and when.',
    'What does not apply goes below `not_applicable:`, with `what:` (the name of the field) and `reason:`.',
  ],
  limits: 'That the other end behaves as written.',
  messages: {
    kind: {
      message: 'It does not say what kind of interface it is.',
      fix: 'Write: kind: one of {kinds}',
    },
    fact: {
      message: 'It does not state `{name}`.',
      fix: 'Write: {write}. If it does not apply, write: not_applicable: [{ what: {name}, reason: why }]',
    },
    otherKind: {
      message: 'It is of kind {kind} and carries a block of another kind, `{block}`.',
      fix: 'Correct `kind:`, or take the block out. Two kinds of interface are two pages.',
    },
    otherPayload: {
      message: 'It is of kind {kind}, and {payload} is a message of HL7 v2.',
      fix: 'Write the resources, such as Appointment; or write kind: hl7v2.',
    },
    undated: {
      message:
        'This quirk has no day on which it was seen, so nobody knows whether it is still true.',
      fix: 'Write: seen_on: the day it was last seen, and what: what happens',
    },
    noQuirks: {
      message: 'It lists no quirks and does not say who looked for them and when.',
      fix: 'Write them below `quirks:`, or in the section "Quirks": None seen. NAME looked on DAY.',
    },
  },
  examples: {
    ok: { path: 'integrations/lab-results.mdx', text: 'tenant: All five clinics\n' },
    notOk: { path: 'integrations/lab-results.mdx', text: 'kind: fhir-r4\n' },
  },
  *check(context) {
    for (const entry of inForce(context.corpus, 'integration')) {
      const kind = textAt(entry.data, 'kind') ?? '';
      const findings = [
        ...factFindings(entry, kind),
        ...mixedKinds(entry, kind),
        ...quirkFindings(entry, context),
      ];
      yield* findings;
      if (findings.length > 0) continue;
      const evidence = `states ${factsOf(kind).length} facts of an interface of kind ${kind}`;
      yield { evidence, path: entry.path };
    }
  },
});

function* factFindings({ path, data }: Entry, kind: string) {
  if (!kindNames.includes(kind)) {
    const args = { kinds: kindNames.join(', ') };
    yield { messageId: 'kind', path, position: field(['kind']), args } as const;
  }
  const exempt = exemptionsOf(data);
  for (const fact of factsOf(kind)) {
    const { name, write } = fact;
    if (states(data, fact) || exempt.has(name)) continue;
    const position = field(name.split('.'));
    yield { messageId: 'fact', path, position, args: { name, write } } as const;
  }
}

function* mixedKinds({ path, data }: Entry, kind: string) {
  for (const other of kindNames) {
    const block = blockOfKind(other);
    if (other === kind || rawAt(data, block) === undefined) continue;
    const position = field([block], 'key');
    yield { messageId: 'otherKind', path, position, args: { kind, block } } as const;
  }
  if (kind === 'hl7v2') return;
  for (const [index, payload] of textsOf(data, 'payloads').entries()) {
    if (!HL7_EVENT.test(payload)) continue;
    const position = field(['payloads', index]);
    yield { messageId: 'otherPayload', path, position, args: { kind, payload } } as const;
  }
}

function* quirkFindings(entry: Entry, { corpus, asOf }: StandardContext) {
  const { path, data } = entry;
  const quirks = rowsAt(data, 'quirks');
  for (const [index, quirk] of quirks.entries()) {
    const { seen_on: seen } = quirk;
    if (isDay(seen) && seen <= asOf && isStated(quirk, 'what')) continue;
    yield { messageId: 'undated', path, position: field(['quirks', index]) } as const;
  }
  if (quirks.length > 0 || isSigned(sourceBelow(entry, 'Quirks'), corpus)) return;
  const section = sectionOf(entry, 'Quirks');
  const position = section === null ? field(['title']) : at(section);
  yield { messageId: 'noQuirks', path, position } as const;
}
