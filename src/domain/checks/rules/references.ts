import { types } from '../../documents/registry.ts';
import { type Corpus, entriesOf, slugOf } from '../../graph/corpus.ts';
import { type Dangling, soleTarget, valuesAt } from '../../graph/graph.ts';
import { fieldName, vocabularyUses } from '../../graph/relations.ts';
import { field } from '../../problems/problem.ts';
import { suggest } from '../../problems/suggest.ts';
import { defineRule, type Finding, readable } from '../rule.ts';

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
    },
    none: { message: '`{field}`: no {target} is called "{value}".', fix: '{how}' },
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
    for (const dangling of graph.dangling) {
      if (dangling.from.readable) yield unresolved(corpus, dangling);
    }
    yield* vocabularies(corpus);
  },
});

function unresolved(corpus: Corpus, { from, relation, path, value }: Dangling): Finding<MessageId> {
  const only = soleTarget(relation);
  const targets = types.filter(
    ({ name }) => relation.to.includes(name) || relation.to.includes('*'),
  );
  const names = targets
    .flatMap(({ name }) => entriesOf(corpus, name))
    .map((entry) => (only ? slugOf(entry) : entry.id));
  const expected = meant(value, names);
  const target = relation.to.includes('*')
    ? 'document'
    : targets.map(({ label }) => label.toLowerCase()).join(' or ');
  const folders =
    targets.length > 3
      ? 'its folder'
      : targets.map(({ folder }) => `content/${folder}/`).join(', ');
  const how =
    names.length > 0 && names.length <= 8
      ? `Write one of: ${names.join(', ')}. Or add the document to ${folders}.`
      : `Add the document to ${folders}, or name one that is there: npm run handbook -- list ${targets[0]?.name}`;
  return {
    messageId: expected === null ? 'none' : 'near',
    path: from.path,
    position: field(path),
    args: { field: fieldName(path), target, value, expected: expected ?? '', how },
  };
}

/** What a value was probably meant to be: a slug for a path, a number, a name with its folder, or a slip. */
function meant(value: string, names: readonly string[]): string | null {
  const bare = value.replace(/^.*\//, '').replace(/\.(mdx|md|yaml|yml)$/, '');
  const slug = (name: string) => name.replace(/^.*\//, '');
  return (
    names.find((name) => slug(name) === bare) ??
    names.find(
      (name) => /^\d+$/.test(bare) && slug(name).startsWith(`${bare.padStart(4, '0')}-`),
    ) ??
    suggest(value, names) ??
    null
  );
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
    for (const entry of readable(entriesOf(corpus, use.from))) {
      for (const { path, value } of valuesAt(entry.data, use.field)) {
        if (typeof value !== 'string' || value === '' || known.includes(value)) continue;
        const expected = suggest(value, known);
        yield {
          messageId: expected === null ? 'word' : 'wordNear',
          path: entry.path,
          position: field(path),
          args: {
            field: fieldName(path),
            value,
            vocabulary: use.vocabulary,
            expected: expected ?? '',
            words: known.join(', ') || '(none yet)',
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
