import { type Corpus, type Entry, entriesOf, slugOf, titleOf } from '../../graph/corpus.ts';
import { textAt, textsOf } from '../../graph/fields.ts';
import type { Graph } from '../../graph/graph.ts';
import { field } from '../../problems/problem.ts';
import { inForce } from '../facts/in-force.ts';
import { namedSystems } from '../facts/named-systems.ts';
import { joinedPairs, neededByWorkflows, pairOf } from '../facts/system-map.ts';
import { defineStandardRule } from '../rule.ts';

export const sys03 = defineStandardRule({
  id: 'SYS-03',
  title: 'The map of systems has no loose ends',
  statement:
    'Every dependency names a system that is there, every system serves a workflow by itself or through others, every integration and data flow joins two known ends, and what the text names as a neighbor is in the fields too.',
  why: 'When something stops, the person on call asks what else stops with it. A dependency that stands only in a sentence is not on the map, and the one system that nobody claims is the one that is switched off.',
  sources: [
    { source: 'gitlab-maturity', clause: 'level 1' },
    { source: 'nist-800-53', clause: 'CM-8' },
  ],
  appliesTo: ['system', 'integration', 'data-flow'],
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Name in `depends_on:` each system that must be up first, and in `workflows:` what people cannot do without this one.',
    'Give each integration its `systems:` and `counterparty:`, each data flow its `from:` and `to:`.',
    'Where the text names another system of the handbook as a neighbor, write the dependency or the data flow as well.',
  ],
  limits:
    'Systems that nobody wrote a page for, and dependencies that neither fields nor text name.',
  messages: {
    unknown: {
      message: 'It depends on "{name}", which is no system of the handbook.',
      fix: 'Correct the slug, or write the page systems/{name}.mdx.',
    },
    retiredInUse: {
      message: 'It is retired, and {user} is not: it still names this system.',
      fix: 'Retire that as well, or take this system out of it. If the system still runs, write: status: current',
    },
    retired: {
      message: 'It depends on {name}, which is retired.',
      fix: 'Name what took its place in `depends_on:`.',
    },
    orphan: {
      message: 'No workflow needs it: it names none, and no system of a workflow depends on it.',
      fix: 'Write: workflows: [what people cannot do without it]. If there is nothing, retire it.',
    },
    inProse: {
      message: 'The text names {name} as a neighbor, and no field joins the two.',
      fix: 'Write in the one that needs the other up: depends_on: [{slug}]. If only data passes, write a data flow between them.',
    },
    noSystem: {
      message: 'It names no system of ours that it connects.',
      fix: 'Write: systems: [slug of the system at our end]',
    },
    unknownEnd: {
      message: 'Its `{name}` names {value}, which is not in the handbook.',
      fix: 'Correct it, or write the page of that end.',
    },
    loop: {
      message: 'It flows from {value} to itself.',
      fix: 'Write where the payload comes from after `from:` and where it goes after `to:`.',
    },
  },
  examples: {
    ok: { path: 'systems/fax-gateway.mdx', text: 'depends_on: [fax-store]\n' },
    notOk: { path: 'systems/fax-gateway.mdx', text: 'depends_on: [fax-archive]\n' },
  },
  *check(context) {
    const { corpus, graph } = context;
    const systems = inForce(corpus, 'system');
    const needed = neededByWorkflows(systems, corpus);
    const joined = joinedPairs(corpus);
    const namedIn = namedSystems(corpus, graph);
    let findings = 0;
    for (const finding of loose()) {
      findings++;
      yield finding;
    }
    if (findings === 0 && systems.length > 0) {
      const evidence = `${systems.length} systems are joined to workflows, integrations and data flows without a loose end`;
      yield { evidence };
    }

    function* loose() {
      for (const system of systems) {
        yield* dependencies(system, corpus);
        if (!needed.has(system.id))
          yield { messageId: 'orphan', path: system.path, position: field(['title']) } as const;
        for (const { other, position } of namedIn(system)) {
          if (joined.has(pairOf(slugOf(system), slugOf(other)))) continue;
          const args = { name: titleOf(other), slug: slugOf(other) };
          yield { messageId: 'inProse', path: system.path, position, args } as const;
        }
      }
      for (const system of retiredInUse(corpus, graph))
        yield {
          messageId: 'retiredInUse',
          path: system.entry.path,
          position: field(['status']),
          args: { user: system.user },
        } as const;
      for (const entry of inForce(corpus, 'integration')) yield* integrationEnds(entry, corpus);
      for (const entry of inForce(corpus, 'data-flow')) yield* flowEnds(entry, corpus);
    }
  },
});

/** Retired systems that something in force still leans on, each with the first of those. */
function retiredInUse(corpus: Corpus, graph: Graph): { entry: Entry; user: string }[] {
  return entriesOf(corpus, 'system')
    .filter(({ data }) => data['status'] === 'retired')
    .flatMap((entry) => {
      const users = graph
        .incoming(entry)
        .filter(({ from, relation }) => USERS.has(from.type.name) && relation.field.length > 0)
        .map(({ from }) => from)
        .filter(({ data }) => data['status'] !== 'retired');
      return users[0] ? [{ entry, user: users[0].id }] : [];
    });
}

/** Types whose documents are about a system that runs. */
const USERS: ReadonlySet<string> = new Set(['runbook', 'integration', 'alert', 'data-flow']);

function* dependencies({ path, data }: Entry, corpus: Corpus) {
  for (const [index, name] of textsOf(data, 'depends_on').entries()) {
    const other = corpus.byId.get(`systems/${name}`);
    const at = { path, position: field(['depends_on', index]), args: { name } };
    if (!other) yield { messageId: 'unknown', ...at } as const;
    else if (other.data['status'] === 'retired') yield { messageId: 'retired', ...at } as const;
  }
}

function* integrationEnds({ path, data }: Entry, corpus: Corpus) {
  const systems = textsOf(data, 'systems');
  if (systems.length === 0)
    yield { messageId: 'noSystem', path, position: field(['systems']) } as const;
  for (const [index, slug] of systems.entries()) {
    if (corpus.byId.has(`systems/${slug}`)) continue;
    const args = { name: 'systems', value: slug };
    yield { messageId: 'unknownEnd', path, position: field(['systems', index]), args } as const;
  }
  const counterparty = textAt(data, 'counterparty');
  if (counterparty !== null && corpus.byId.has(`vendors/${counterparty}`)) return;
  const args = { name: 'counterparty', value: counterparty ?? 'nobody' };
  yield { messageId: 'unknownEnd', path, position: field(['counterparty']), args } as const;
}

function* flowEnds({ path, data }: Entry, corpus: Corpus) {
  for (const name of ['from', 'to']) {
    const value = textAt(data, name);
    if (value !== null && corpus.byId.has(value)) continue;
    const args = { name, value: value ?? 'nothing' };
    yield { messageId: 'unknownEnd', path, position: field([name]), args } as const;
  }
  const { from, to } = data;
  if (typeof from === 'string' && from === to)
    yield { messageId: 'loop', path, position: field(['to']), args: { value: from } } as const;
}
