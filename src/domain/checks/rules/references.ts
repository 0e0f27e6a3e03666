import { types } from '../../documents/registry.ts';
import { type Corpus, entriesOf, slugOf, unreadIds } from '../../graph/corpus.ts';
import { type Dangling, idNamed, soleTarget, valuesAt } from '../../graph/graph.ts';
import { fieldName, type Relation, vocabularyUses } from '../../graph/relations.ts';
import { field } from '../../problems/problem.ts';
import { suggester } from '../../problems/suggest.ts';
import { defineRule, type Finding, inSentence, readable } from '../rule.ts';

type MessageId = 'near' | 'none' | 'word' | 'wordNear';

export const references = defineRule<MessageId>({
  id: 'references',
  title: 'References lead to documents that exist',
  why: 'A reference that leads nowhere is an owner that cannot be called or a runbook that cannot be opened.',
  severity: 'error',
  messages: {
    near: {
      message: '`{field}`: no {target} is called "{value}"; did you mean "{expected}"?',
      fix: 'Write: {expected}',
      unfinished: true,
    },
    none: {
      message: '`{field}`: no {target} is called "{value}".',
      fix: '{how}',
      unfinished: true,
    },
    wordNear: {
      message:
        '`{field}`: engagement.yaml lists no "{value}" in its {vocabulary}; did you mean "{expected}"?',
      fix: 'Write: {expected}',
    },
    word: {
      message: '`{field}`: engagement.yaml lists no "{value}" in its {vocabulary}.',
      fix: 'Write one of: {words}. Or add it to {vocabulary} in engagement.yaml.',
    },
  },
  *check({ corpus, graph }) {
    const unread = unreadIds(corpus);
    const lookups = new Map<string, Lookup>();
    for (const dangling of graph.dangling) {
      const { from, relation, value } = dangling;
      const id = idNamed(relation, value);
      if (!from.readable || unread.has(id)) continue;
      const key = relation.to.join();
      const lookup = lookups.get(key) ?? lookupOf(corpus, relation);
      lookups.set(key, lookup);
      yield unresolved(dangling, lookup);
    }
    yield* vocabularies(corpus);
  },
});

/** What can be said of references to the same types; made once, for any number of slips. */
interface Lookup {
  /** The types in words: `person`, `adr or evidence`. */
  readonly target: string;
  readonly how: string;
  /** The name that was probably meant by a value. */
  readonly meant: (value: string) => string | null;
}

function lookupOf(corpus: Corpus, relation: Relation): Lookup {
  const any = relation.to.includes('*');
  const targets = types.filter(({ name }) => any || relation.to.includes(name));
  const isTarget = new Set<string>(targets.map(({ name }) => name));
  const only = soleTarget(relation);
  const entries = corpus.entries.filter(({ type }) => isTarget.has(type.name));
  const names = entries.map((entry) => (only ? slugOf(entry) : entry.id));
  const folders = targets.map(({ folder }) => `content/${folder}/`).join(' or ');
  const few = names.length > 0 && names.length <= 8;
  const how = any
    ? 'Write the folder and name of a document, such as runbooks/hl7-feed-stalled.'
    : few
      ? `Write one of: ${names.join(', ')}. Or add the document to ${folders}.`
      : `Add the document to ${folders}, or name one that is there: npm run handbook -- list ${targets[0]?.name}`;
  const target = any ? 'document' : targets.map(({ label }) => inSentence(label)).join(' or ');
  return { target, how, meant: guesser(names) };
}

function unresolved(
  { from, path, value }: Dangling,
  { target, how, meant }: Lookup,
): Finding<MessageId> {
  const expected = meant(value);
  return {
    messageId: expected === null ? 'none' : 'near',
    path: from.path,
    position: field(path),
    args: { field: fieldName(path), target, value, expected: expected ?? '', how },
  };
}

/** Reads a value as a path, a bare name, the number of a decision, or a slip of the hand. */
function guesser(names: readonly string[]): (value: string) => string | null {
  const slug = (name: string) => name.replace(/^.*\//, '');
  const bySlug = new Map(names.map((name) => [slug(name), name]));
  const byNumber = new Map(names.map((name) => [/^\d{4}(?=-)/.exec(slug(name))?.[0], name]));
  const near = suggester(names);
  return (value) => {
    const bare = slug(value).replace(/\.(mdx|md|yaml|yml)$/, '');
    const number = /^\d{1,4}$/.test(bare) ? bare.padStart(4, '0') : null;
    return bySlug.get(bare) ?? (number && byNumber.get(number)) ?? near(value);
  };
}

function* vocabularies(corpus: Corpus): Generator<Finding<MessageId>> {
  const engagement = corpus.byId.get('engagement');
  if (!engagement?.readable) return;
  const lists = {
    audiences: wordsOf(engagement.data, 'audiences', 'name'),
    metrics: wordsOf(engagement.data, 'metrics', 'id'),
  };
  for (const use of vocabularyUses) {
    const known = lists[use.vocabulary];
    // Without audiences engagement.yaml has a problem of its own; that is enough said.
    if (use.vocabulary === 'audiences' && known.length === 0) continue;
    const near = suggester(known);
    for (const entry of readable(entriesOf(corpus, use.from))) {
      for (const { path, value } of valuesAt(entry.data, use.field)) {
        if (typeof value !== 'string' || value === '' || known.includes(value)) continue;
        const expected = near(value);
        yield {
          messageId: expected === null ? 'word' : 'wordNear',
          path: entry.path,
          position: field(path),
          args: {
            field: fieldName(path),
            value,
            vocabulary: use.vocabulary,
            expected: expected ?? '',
            words: known.join(', ') || '(there are none yet)',
          },
        };
      }
    }
  }
}

const wordsOf = (data: unknown, list: string, key: string): string[] =>
  valuesAt(data, [list, '*', key]).flatMap(({ value }) =>
    typeof value === 'string' ? [value] : [],
  );
