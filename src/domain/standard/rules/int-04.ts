import type { Entry } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import { type Graph, mention } from '../../graph/graph.ts';
import { at, field } from '../../problems/problem.ts';
import { type DrillFacts, drillsOf } from '../facts/drills.ts';
import { inForce } from '../facts/in-force.ts';
import { sectionAt, sectionOf } from '../facts/passages.ts';
import { isActiveCustomer, nameOf } from '../facts/people.ts';
import { isStated, saysSomething } from '../facts/substance.ts';
import { placeTrouble, trialTrouble } from '../facts/trials.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const int04 = defineStandardRule({
  id: 'INT-04',
  title: 'The other end can be down, and that was tried',
  statement:
    'Each integration links a failure runbook, has a support route whose account somebody of the customer holds, says what staff do while the other end is down, and that has been tried in the last 90 days, with the place of the trial.',
  why: 'The other end fails more often than we do, and nothing on our side can repair it. Then only two things help: a number that somebody answers because our name is registered there, and staff who know the way around.',
  sources: [
    { source: 'hipaa-164.308', clause: '(a)(7)(ii)(C)' },
    { source: 'nist-ai-rmf', clause: 'GOVERN 6.2' },
  ],
  appliesTo: ['integration', 'runbook', 'drill'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Link the runbook for its failures in the section "Failure modes" or "Counterparty down".',
    'Register somebody of the customer with the support of the other end, and write `support: { route: …, account_owner: … }`.',
    'Drill that runbook with the other end cut off; a talk around the table is no trial. Write in `environment:` where it was done, a sandbox included.',
  ],
  limits:
    'That the other end answers, and that the drill was of this failure where one runbook covers several.',
  messages: {
    noRunbook: {
      message: 'Neither "Failure modes" nor "Counterparty down" links a current runbook.',
      fix: 'Link it there, such as [the runbook](../runbooks/SLUG.mdx); or write it: npm run handbook -- new runbook "TITLE" --systems SYSTEM',
    },
    noRoute: {
      message: 'It does not say how to reach support at the other end.',
      fix: 'Write: support: { route: portal or number, with the contract number to quote }',
    },
    noOwner: {
      message:
        'Its support account is held by {name}, and not by somebody of the customer who is there.',
      fix: 'Have somebody of the customer registered there, and write below `support:` the line account_owner: SLUG.',
    },
    noMode: {
      message: 'It does not say what staff do while the other end is down.',
      fix: 'Write it below "## Counterparty down": what they do, how long that holds, how the backlog is replayed.',
    },
    noDrill: {
      message: 'Nobody has tried "counterparty down" in the 90 days before {asOf}: {last}.',
      fix: 'Cut the other end off and carry the runbook out without the vendor, then record it with the drill command.',
      from: '-30',
    },
    noPlace: {
      message:
        'It does not say where it was done, so nobody knows what it proves for {integration}.',
      fix: 'Write: environment: production, or the test side by its name',
      from: '-30',
    },
    hidden: {
      message: 'Its text speaks of {word}, and `environment` does not say that it was done there.',
      fix: 'Name the test side in `environment:`. If it was done in production, say so in the text.',
      from: '-30',
    },
  },
  examples: {
    ok: {
      path: 'drills/2026-09-20-lab-feed-down.mdx',
      text: 'environment: sandbox of the laboratory, sender BLTEST\n',
    },
    notOk: { path: 'drills/2026-09-20-lab-feed-down.mdx', text: 'environment: null\n' },
  },
  *check(context) {
    const { corpus, graph } = context;
    const drills = Map.groupBy(drillsOf(context), ({ runbook }) => `runbooks/${runbook}`);
    for (const entry of inForce(corpus, 'integration')) {
      const runbooks = failureRunbooks(entry, graph);
      const tried = runbooks.flatMap(({ id }) => drills.get(id) ?? []);
      const sound = tried.filter((drill) => trialTrouble(drill, context) === null);
      const good = sound.find((drill) => placeTrouble(drill) === null);
      const findings = [
        ...preparation(entry, runbooks, context),
        ...(good ? [] : trial(entry, sound[0], tried[0], context)),
      ];
      yield* findings;
      if (findings.length > 0 || !good) continue;
      const where = textAt(good.entry.data, 'environment');
      const evidence = `${entry.id}: counterparty down was tried on ${good.on} by ${nameOf(corpus, good.executor)} (${where})`;
      yield { evidence, path: good.entry.path };
    }
  },
});

/** The current runbooks that an integration links where it speaks of failure. */
function failureRunbooks(entry: Entry, graph: Graph): Entry[] {
  const linked = graph.outgoing(entry).filter(({ relation, to, position }) => {
    if (relation !== mention || to.type.name !== 'runbook' || position.kind !== 'source')
      return false;
    const section = sectionAt(entry, position.line);
    return section === 'Failure modes' || section === 'Counterparty down';
  });
  return [...new Set(linked.map(({ to }) => to))].filter(
    ({ data }) => data['status'] === 'current',
  );
}

function* preparation(entry: Entry, runbooks: readonly Entry[], { corpus, asOf }: StandardContext) {
  const { path, data } = entry;
  const headingOf = (title: string) => {
    const section = sectionOf(entry, title);
    return section === null ? field(['title']) : at(section);
  };
  if (runbooks.length === 0)
    yield { messageId: 'noRunbook', path, position: headingOf('Failure modes') } as const;
  if (!isStated(data, 'support.route'))
    yield { messageId: 'noRoute', path, position: field(['support', 'route']) } as const;
  const owner = textAt(data, 'support.account_owner');
  if (!isActiveCustomer(corpus, owner, asOf)) {
    const position = field(['support', 'account_owner']);
    const args = { name: owner === null ? 'nobody' : nameOf(corpus, owner) };
    yield { messageId: 'noOwner', path, position, args } as const;
  }
  if (!saysSomething(sectionOf(entry, 'Counterparty down')?.opening))
    yield { messageId: 'noMode', path, position: headingOf('Counterparty down') } as const;
}

/** What is wrong with the trials: the place of an otherwise sound one, or that there is none. */
function* trial(
  entry: Entry,
  sound: DrillFacts | undefined,
  last: DrillFacts | undefined,
  context: StandardContext,
) {
  if (sound) {
    const { path } = sound.entry;
    const word = placeTrouble(sound) ?? '';
    const args = { integration: entry.id, word };
    const messageId = word === '' ? 'noPlace' : 'hidden';
    yield { messageId, path, position: field(['environment']), args } as const;
    return;
  }
  const why = last
    ? `the drill of ${last.on} ${trialTrouble(last, context)}`
    : 'there is no drill of its failure runbook';
  const args = { asOf: context.asOf, last: why };
  yield { messageId: 'noDrill', path: entry.path, position: field(['title']), args } as const;
}
