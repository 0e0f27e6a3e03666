import { toString as textOf } from 'mdast-util-to-string';
import { type Corpus, type Entry, entriesOf } from '../../graph/corpus.ts';
import { addDays, isDay } from '../../graph/days.ts';
import { entriesAt, textAt, textsOf } from '../../graph/fields.ts';
import { at, field } from '../../problems/problem.ts';
import { personNamed } from '../facts/people.ts';
import { duePostmortems } from '../facts/postmortems.ts';
import { type BodySection, sectionsIn } from '../facts/sections.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Days in which it may be unknown whether PHI was involved. */
const UNKNOWN_DAYS = 10;

export const pm04 = defineStandardRule({
  id: 'PM-04',
  title: 'Postmortems answer for PHI and name the runbook',
  statement:
    'Each postmortem says whether PHI was involved, and "unknown" for ten days at most. Where it was, a risk assessment with the decision of the privacy or security official is linked. The runbook that was used, or written for it, is linked. People appear by their role.',
  why: 'The clock of breach notification runs from the day somebody should have known. And people who find their name in a story of blame tell the next one less exactly.',
  sources: [
    { source: 'hipaa-164.308', clause: '(a)(6)(ii)' },
    { source: 'sre', clause: 'blameless postmortems' },
  ],
  appliesTo: ['postmortem'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write `phi_involved: "no"`, `"yes"` or, for ten days, `"unknown"`.',
    'For "yes" file the risk assessment and write `phi_decision_ref`; the privacy or security official owns that document or is named in it. Their record in people/ has the role.',
    'Write `runbooks_used`; if there was none, write one now.',
    'Write roles in the text: "the front desk supervisor", not her name.',
  ],
  limits: 'That the answer is right. Names are found when they stand in full, as in people/.',
  messages: {
    noAnswer: {
      message: 'It does not say whether PHI was involved.',
      fix: 'Write: phi_involved: "yes", "no" or "unknown"',
    },
    stillUnknown: {
      message: 'Whether PHI was involved has been unknown since {day}, for more than ten days.',
      fix: 'Have the privacy official decide, and write: phi_involved: "yes" or "no"',
    },
    noDecision: {
      message: 'PHI was involved, and no risk assessment with a decision is linked.',
      fix: 'Write: phi_decision_ref: evidence/SLUG of the risk assessment',
    },
    noOfficial: {
      message:
        'PHI was involved, and {decision} names neither the privacy nor the security official.',
      fix: 'Have the official decide, and name them in {decision}: as owner, or under decision_makers. Their record in people/ has the role "privacy official" or "security official".',
    },
    noRunbook: {
      message: 'It links no runbook, neither one that was used nor one that was written for it.',
      fix: 'Write: runbooks_used: [SLUG]; if there is none, write one: npm run handbook -- new runbook "TITLE" --systems SYSTEM',
    },
    names: {
      message: 'It tells what happened with names: {names}.',
      fix: 'Write the role instead, such as "the engineer on call".',
      severity: 'warning',
    },
  },
  examples: {
    ok: { path: 'postmortems/2026-06-17-faxes-late.mdx', text: 'phi_involved: "no"\n' },
    notOk: { path: 'postmortems/2026-06-17-faxes-late.mdx', text: 'phi_involved: "unknown"\n' },
  },
  *check(context) {
    const names = namesOf(context.corpus);
    let answered = 0;
    for (const entry of duePostmortems(context)) {
      const findings = [...phi(entry, context), ...runbook(entry, context)];
      yield* findings;
      if (findings.length === 0) answered++;
      if (names) yield* named(entry, names, sectionsIn(context.treeOf(entry)));
    }
    if (answered > 0)
      yield { evidence: `${answered} postmortems answer for PHI and link the runbook` };
  },
});

function* phi({ path, data }: Entry, { corpus, asOf }: StandardContext) {
  const here = { path, position: field(['phi_involved']) };
  const answer = data['phi_involved'];
  const day = textAt(data, 'started_at')?.slice(0, 10);
  if (answer === 'no') return;
  if (answer === 'unknown') {
    const isYoung = isDay(day) && day <= asOf && addDays(day, UNKNOWN_DAYS) >= asOf;
    if (!isYoung)
      yield { messageId: 'stillUnknown', ...here, args: { day: day ?? 'the beginning' } } as const;
    return;
  }
  if (answer !== 'yes') {
    yield { messageId: 'noAnswer', ...here } as const;
    return;
  }
  const decision = corpus.byId.get(textAt(data, 'phi_decision_ref') ?? '');
  const position = field(['phi_decision_ref']);
  if (!decision) yield { messageId: 'noDecision', path, position } as const;
  else if (!hasOfficial(decision, corpus))
    yield { messageId: 'noOfficial', path, position, args: { decision: decision.id } } as const;
}

/** Whether a field of a document names the privacy or security official. */
const hasOfficial = ({ data }: Entry, corpus: Corpus): boolean =>
  Object.values(data)
    .flat()
    .map((slug) => personNamed(corpus, slug))
    .some((person) => person !== null && isOfficial(person));

/** Whether it is among the roles of a person, or their title. */
const isOfficial = ({ data }: Entry): boolean =>
  [...textsOf(data, 'roles'), textAt(data, 'title') ?? ''].some((role) =>
    /\b(privacy|security)\b.*\b(officer|official)\b/i.test(role),
  );

function* runbook({ path, data }: Entry, { corpus }: StandardContext) {
  if (entriesAt(data, 'runbooks_used', 'runbooks', corpus).length === 0)
    yield { messageId: 'noRunbook', path, position: field(['runbooks_used']) } as const;
}

/** Sections in which somebody is named because they owe something, or signed a message. */
const NAMED_RIGHTLY = /^(actions|messages sent)$/i;

function* named({ path }: Entry, names: RegExp, sections: readonly BodySection[]) {
  const told = sections
    .filter(({ title }) => !NAMED_RIGHTLY.test(title))
    .map((section) => ({
      section,
      found: section.nodes.flatMap((node) => textOf(node).match(names) ?? []),
    }))
    .filter(({ found }) => found.length > 0);
  const [first] = told;
  const args = { names: [...new Set(told.flatMap(({ found }) => found))].join(', ') };
  if (first) yield { messageId: 'names', path, position: at(first.section), args } as const;
}

/** The full names of all people but the officials, who are named as those who decided; null where there are none. */
function namesOf(corpus: Corpus): RegExp | null {
  const names = entriesOf(corpus, 'person')
    .filter((person) => !isOfficial(person))
    .map(({ data }) => textAt(data, 'name')?.replace(/^(dr|prof|mr|mrs|ms)\.?\s+/i, '') ?? '')
    .filter((name) => name.includes(' '))
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return names.length === 0 ? null : new RegExp(`(?<!\\p{L})(${names.join('|')})(?!\\p{L})`, 'gu');
}
