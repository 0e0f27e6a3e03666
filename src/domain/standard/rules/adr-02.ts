import { type TypeName, typeNames } from '../../documents/registry.ts';
import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { cyclesOf } from '../../graph/cycles.ts';
import type { Graph } from '../../graph/graph.ts';
import { field } from '../../problems/problem.ts';
import { headsOf, replacedBy, successorsOf } from '../facts/decisions.ts';
import { defineStandardRule } from '../rule.ts';

export const adr02 = defineStandardRule({
  id: 'ADR-02',
  title: 'A replaced decision leads to the one in force',
  statement:
    'Decisions that replace each other run in no circle. From each superseded record one accepted record is reached, and no more. What an accepted record replaces is superseded. A living page that cites a superseded record cites the one in force as well.',
  why: 'Who follows a decision that was replaced a year ago builds the same accident again, with a reference to prove that it was allowed.',
  sources: [{ source: 'madr', clause: 'Nygard; superseding records' }],
  appliesTo: typeNames,
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write `supersedes` in the newer record only; pages show the other direction by themselves.',
    'Write `status: superseded` in the older one on the day the newer one is accepted.',
    'In pages that cite the older record, link the newer one too, or instead.',
  ],
  limits: 'A decision that is cited by words alone, without a link.',
  messages: {
    circle: {
      message: 'These records replace each other in a circle: {circle}.',
      fix: 'Take out of `supersedes` the one that is not so.',
    },
    none: {
      message: 'It is superseded, and no record replaces it.',
      fix: 'Write supersedes in the record that replaced it; if there is none, write here: status: deprecated',
    },
    several: {
      message: 'It is superseded by several records that are in force: {heads}.',
      fix: 'Let one of them replace it, and let the others amend that one with `amends`.',
    },
    dead: {
      message: 'It is superseded by {head}, which is {status} itself.',
      fix: 'Accept {head}, or give this record back its status: accepted',
    },
    behind: {
      message: '{head} is accepted and replaces it, and it is still {status}.',
      fix: 'Write: status: superseded',
    },
    cited: {
      message: 'It cites {dead}, which was replaced, and not {head}, which is in force.',
      fix: 'Link {head} here too, or instead.',
    },
  },
  examples: {
    ok: {
      path: 'systems/fax-gateway.mdx',
      text: '## Decisions\n\nFaxes are [printed](../adrs/0002-faxes-are-printed.mdx).\n',
    },
    notOk: {
      path: 'systems/fax-gateway.mdx',
      text: '## Decisions\n\nFaxes are [tried again](../adrs/0001-faxes-are-tried-for-ever.mdx).\n',
    },
  },
  *check({ corpus, graph }) {
    const records = entriesOf(corpus, 'adr').filter(({ readable }) => readable);
    yield* circles(records, graph);
    let led = 0;
    for (const record of records) {
      const finding = troubleOf(record, graph);
      if (finding) yield { path: record.path, position: field(['status']), ...finding };
      if (record.data['status'] !== 'superseded') continue;
      const [head, ...others] = headsOf(graph, record);
      if (!head || others.length > 0) continue;
      const wrong = [...citations(record, head, graph)];
      yield* wrong;
      if (!finding && wrong.length === 0) led++;
    }
    if (led > 0) yield { evidence: `${led} superseded records lead to one that is in force` };
    else if (records.length > 0 && !records.some(({ data }) => data['status'] === 'superseded'))
      yield { evidence: `none of ${records.length} records is superseded` };
  },
});

function* circles(records: readonly Entry[], graph: Graph) {
  const links = new Map(
    records.map((record) => [record.id, replacedBy(graph, record).map(({ to }) => to.id)]),
  );
  for (const circle of cyclesOf(links)) {
    const record = records.find(({ id }) => id === circle[0]);
    if (!record) continue;
    const args = { circle: circle.join(' -> ') };
    yield {
      messageId: 'circle',
      path: record.path,
      position: field(['supersedes']),
      args,
    } as const;
  }
}

/** What is wrong between the status of a record and the records that replace it. */
function troubleOf(record: Entry, graph: Graph) {
  const status = String(record.data['status']);
  const accepted = successorsOf(graph, record).find(({ data }) => data['status'] === 'accepted');
  if (status !== 'superseded')
    return accepted && status !== 'rejected'
      ? ({ messageId: 'behind', args: { head: accepted.id, status } } as const)
      : null;
  const heads = headsOf(graph, record);
  const live = heads.filter(({ data }) => data['status'] === 'accepted');
  const [head] = heads;
  if (!head) return { messageId: 'none' } as const;
  if (live.length > 1)
    return { messageId: 'several', args: { heads: live.map(({ id }) => id).join(', ') } } as const;
  if (live.length === 1) return null;
  return {
    messageId: 'dead',
    args: { head: head.id, status: String(head.data['status']) },
  } as const;
}

/** Pages that tell what is so today; the others tell of a day that is gone. */
const living: ReadonlySet<string> = new Set<TypeName>([
  'system',
  'integration',
  'data-flow',
  'vendor',
  'runbook',
  'control',
  'onboarding-path',
  'glossary',
  'exit-plan',
  'engagement-charter',
  'ip-asset',
  'baa',
  'hiring',
]);

function* citations(dead: Entry, head: Entry, graph: Graph) {
  const sources = Map.groupBy(graph.incoming(dead), ({ from }) => from);
  for (const [from, [edge]] of sources) {
    if (!edge || !living.has(from.type.name) || from.data['status'] === 'retired') continue;
    if (graph.outgoing(from).some(({ to }) => to === head)) continue;
    const args = { dead: dead.id, head: head.id };
    yield { messageId: 'cited', path: from.path, position: edge.position, args } as const;
  }
}
