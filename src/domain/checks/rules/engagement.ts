import { type Corpus, type Entry, entriesOf, unreadIds } from '../../graph/corpus.ts';
import { sideOf } from '../../graph/sides.ts';
import { tooBroadIn } from '../../identifiers/breadth.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { defineRule } from '../rule.ts';

/** Facts that a charter restates in signed words, and where engagement.yaml keeps them. */
const restated: Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => unknown>> = {
  customer: (data) => (data['customer'] as { name?: unknown } | undefined)?.name,
  vendor: (data) => (data['vendor'] as { name?: unknown } | undefined)?.name,
  sponsor: (data) => data['sponsor'],
  kickoff_on: (data) => data['kickoff_on'],
  exit_on: (data) => data['exit_on'],
};

export const engagement = defineRule({
  id: 'engagement',
  title: 'The engagement is described once',
  why: 'Every gate is counted from its dates; two exit dates are no exit date.',
  severity: 'error',
  messages: {
    missing: {
      message:
        'The content folder has no engagement.yaml, so the handbook belongs to nobody and has no dates.',
      fix: 'Add it, or start a content folder that has one: npm run handbook -- init DIR',
    },
    disagrees: {
      message: '`{field}` is "{found}" here and "{expected}" in engagement.yaml.',
      fix: 'Write: {field}: {expected}. Or change engagement.yaml, if the charter was amended.',
    },
    side: {
      message: 'It says `side: {found}`, and the domain of {email} is of the {expected}.',
      fix: 'Take `side` out, or correct the address: the domains in engagement.yaml decide.',
    },
    backwards: {
      message: 'The engagement ends on {exit}, which is not after its kickoff on {kickoff}.',
      fix: 'Correct exit_on or kickoff_on.',
    },
    broad: {
      message:
        '`{value}` under `synthetic: {list}` covers too much: data of real patients could stand behind it unseen.',
      fix: 'Write {limit}.',
    },
  },
  *check({ corpus }) {
    const entry = corpus.byId.get('engagement');
    if (!entry && unreadIds(corpus).has('engagement')) return;
    if (!entry) {
      yield { messageId: 'missing', path: 'engagement.yaml', position: wholeFile };
      return;
    }
    const { kickoff_on: kickoff, exit_on: exit } = entry.data;
    if (typeof kickoff === 'string' && typeof exit === 'string' && exit <= kickoff) {
      yield {
        messageId: 'backwards',
        path: entry.path,
        position: field(['exit_on']),
        args: { exit, kickoff },
      };
    }
    yield* sides(corpus);
    yield* broad(corpus, entry);
    for (const charter of entriesOf(corpus, 'engagement-charter')) {
      for (const [name, read] of Object.entries(restated)) {
        const found = charter.data[name];
        const expected = read(entry.data);
        if (typeof found !== 'string' || typeof expected !== 'string' || found === expected)
          continue;
        yield {
          messageId: 'disagrees',
          path: charter.path,
          position: field([name]),
          args: { field: name, found, expected },
        };
      }
    }
  },
});

/** What is called made up and covers so much that the search for identifiers would be off. */
function* broad({ entries }: Corpus, { path, data }: Entry) {
  const documents = entries.map((entry) => entry.path);
  const synthetic = (data['synthetic'] ?? {}) as Entry['data'];
  for (const { list, index, value, limit } of tooBroadIn(synthetic, documents)) {
    const position = field(['synthetic', list, index]);
    yield { messageId: 'broad', path, position, args: { list, value, limit } } as const;
  }
}

/** People whose record and address say different sides: nobody changes sides by an edit. */
function* sides(corpus: Corpus) {
  for (const person of entriesOf(corpus, 'person')) {
    const { side: found, email } = person.data;
    const expected = sideOf(person, corpus);
    if (typeof found !== 'string' || expected === null || found === expected) continue;
    const args = { found, expected, email: String(email) };
    yield { messageId: 'side', path: person.path, position: field(['side']), args } as const;
  }
}
