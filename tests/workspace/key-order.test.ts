import { expect, test } from 'vitest';
import { typeNamed } from '../../src/domain/documents/registry.ts';
import { inOrder } from '../../src/workspace/refactor/key-order.ts';

function ordered(yaml: string) {
  const type = typeNamed('runbook');
  if (!type) throw new Error('no such type');
  const found = inOrder(`---\n${yaml}---\n\n## Meaning\n`, 'runbooks/a.mdx', type);
  expect(found?.text ?? '---\n---\n\n## Meaning\n').toMatch(/^---\n.*---\n\n## Meaning\n$/s);
  return found && { yaml: found.text.slice(4, -'---\n\n## Meaning\n'.length), moved: found.moved };
}

test.each([
  ['in order', 'title: A\nsummary: B\nowner: c\nseverity: 1\n'],
  ['stamps at the end', 'title: A\nseverity: 1\nreviewed_on: 2026-01-01\nreview_every_days: 90\n'],
  ['stamps where the schema has them', 'title: A\nreview_every_days: 90\nseverity: 1\n'],
  ['a field that the type does not have', 'severity: 1\ntitle: A\ncolour: red\n'],
  ['a field twice', 'severity: 1\ntitle: A\ntitle: B\n'],
  ['all in one line', '{ severity: 1, title: A }\n'],
  ['unreadable', 'severity: 1\ntitle: "A\n'],
])('left alone: %s', (_, yaml) => {
  expect(ordered(yaml)).toBe(null);
});

test('a comment goes with the field below it, and one at the top stays', () => {
  const yaml =
    '# Of the feed\n\nseverity: 1 # worst\nreviewed_on: 2026-01-01\n# By a person\n# indeed\nowner: a\nsummary: >-\n  Two\n  lines\n\ntitle: A\nsystems:\n  # first\n  - b\n\n  # second\n  - c\n# the end\n';
  expect(ordered(yaml)).toEqual({
    yaml: '# Of the feed\n\n\ntitle: A\nsummary: >-\n  Two\n  lines\n# By a person\n# indeed\nowner: a\nsystems:\n  # first\n  - b\n\n  # second\n  - c\nseverity: 1 # worst\nreviewed_on: 2026-01-01\n# the end\n',
    moved: ['severity', 'summary', 'title'],
  });
});
