import { type Entry, slugOf } from '../../graph/corpus.ts';
import { textsOf } from '../../graph/fields.ts';
import { at, field } from '../../problems/problem.ts';
import { inForce } from '../facts/in-force.ts';
import { sectionOf } from '../facts/passages.ts';
import { rereadSince, rereadSinceCode } from '../facts/rereading.ts';
import { risksOf } from '../facts/risks.ts';
import { defineStandardRule, type Outcome, type StandardContext } from '../rule.ts';

type MessageId = 'missing' | 'unsigned' | 'due' | 'stamped' | 'codeDue' | 'codeStamped';

export const sys05 = defineStandardRule({
  id: 'SYS-05',
  title: 'Risks are listed, and read again after each decision',
  statement:
    'Each system lists its risks and technical debts, or says that none are known, who looked and when. An accepted decision that binds it, or a change of the code that it watches, makes the page due for review again.',
  why: 'Debts that nobody wrote down are found by whoever takes over, on the night they fall due. A page that was true before the last decision sends people the old way.',
  sources: [
    { source: 'arc42', clause: '§11' },
    { source: 'hipaa-164.316', clause: '(b)(2)(iii)' },
    { source: 'hipaa-164.308', clause: '(a)(8)' },
  ],
  appliesTo: ['system', 'adr'],
  stages: [
    { from: '-60', severity: 'warning' },
    { from: '-30', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [
    'List risks and debts in the section "Risks and debts". If there are none: "None known. Ann Lee looked on 2026-09-20."',
    'After a decision that binds the system, read the page, change what it changed, and review it.',
    'Where it changed nothing on the page, say so with the review: `review_note:` names the number of the decision and the reason.',
    'With `watch:`, record the newest commit under the watched paths in `watch_seen:`; CI can do it.',
  ],
  limits:
    'That the change of the page has to do with the decision: any change of its words counts. Code that no `watch:` names.',
  messages: {
    missing: {
      message: 'It lists no risks and debts, and does not say that somebody looked for them.',
      fix: 'List them below "## Risks and debts", or write there: None known. NAME looked on DAY.',
    },
    unsigned: {
      message: 'It says that no risks are known, and not who looked and when.',
      fix: 'Write: None known. NAME looked on DAY, with the full name of a person of people/.',
    },
    due: {
      message: 'Nobody has reviewed it since decisions that bind it were accepted: {decisions}.',
      fix: 'Read the page with each of them beside it, change what it changes, and review it. If one changes nothing, say so with the review: review_note: "{number} changes nothing here, because …"',
    },
    stamped: {
      message: 'It was stamped as reviewed after {decisions}, and not a word of it changed.',
      fix: 'Write what the decision changed. If it changed nothing, write: review_note: "{number} changes nothing here, because …"',
    },
    codeDue: {
      message: 'The code that it watches has changed since the commit that it was checked against.',
      fix: 'Read the changes, correct the page, write the new commit below `watch:`, and review it.',
    },
    codeStamped: {
      message: 'Another commit is named as checked against, and not a word of the page changed.',
      fix: 'Write what the code changed. If it changed nothing, write: review_note: with the first seven digits of that commit, and why.',
    },
  },
  examples: {
    ok: {
      path: 'systems/fax-gateway.mdx',
      text: '## Risks and debts\n\nNone known. Ruth Keller looked on 2026-09-20.\n',
    },
    notOk: { path: 'systems/fax-gateway.mdx', text: '## Risks and debts\n\nNone known.\n' },
  },
  *check(context) {
    const { corpus } = context;
    const binding = Map.groupBy(
      inForce(corpus, 'adr')
        .filter(({ data }) => data['status'] === 'accepted')
        .flatMap((adr) => textsOf(adr.data, 'binds').map((slug) => ({ slug, adr }))),
      ({ slug }) => slug,
    );
    for (const system of inForce(corpus, 'system')) {
      const decisions = (binding.get(slugOf(system)) ?? []).map(({ adr }) => adr);
      const outcomes = [
        ...riskFindings(system, context),
        ...afterDecisions(decisions, system, context),
        ...afterCode(system, context),
      ];
      yield* outcomes;
      if (outcomes.length > 0) continue;
      const evidence =
        decisions.length === 0
          ? 'its risks are listed, and no accepted decision binds it'
          : `its risks are listed, and it was read again after each of ${decisions.length} decisions`;
      yield { evidence, path: system.path };
    }
  },
});

function* riskFindings(system: Entry, { corpus }: StandardContext): Generator<Outcome<MessageId>> {
  const risks = risksOf(system, corpus);
  if (risks === 'listed' || risks === 'none-known') return;
  const section = sectionOf(system, 'Risks and debts');
  const position = section === null ? field(['title']) : at(section);
  yield { messageId: risks, path: system.path, position };
}

/** One finding for all decisions that a page has to be read with, one for those that it was only stamped for. */
function* afterDecisions(
  decisions: readonly Entry[],
  system: Entry,
  context: StandardContext,
): Generator<Outcome<MessageId>> {
  const { path } = system;
  const found = decisions.map((adr) => ({ adr, reread: rereadSince(adr, system, context) }));
  for (const messageId of ['due', 'stamped'] as const) {
    const numbers = found
      .filter(({ reread }) => reread.state === messageId)
      .map(({ adr }) => slugOf(adr).slice(0, 4));
    const [number] = numbers;
    if (number === undefined) continue;
    const args = { decisions: numbers.map((one) => `ADR ${one}`).join(', '), number };
    yield { messageId, path, position: field(['reviewed_on']), args };
  }
  for (const { adr, reread } of found) {
    if (reread.state !== 'unknown') continue;
    yield { cannotTell: `Whether it was read again after ${adr.id}: ${reread.why}`, path };
  }
}

function afterCode(system: Entry, context: StandardContext): Outcome<MessageId>[] {
  const { path } = system;
  const reread = rereadSinceCode(system, context);
  if (reread === null || reread.state === 'reread') return [];
  if (reread.state === 'unknown') return [{ cannotTell: reread.why, path }];
  const messageId = reread.state === 'due' ? 'codeDue' : 'codeStamped';
  return [{ messageId, path, position: field(['watch', 'commit']) }];
}
