import type { Heading } from 'mdast';
import { expect, test } from 'vitest';
import type { Dialect } from '../../../../src/domain/import/model.ts';
import { anchored } from './tree.ts';

const ids = (text: string, dialect: Dialect): (string | undefined)[] =>
  anchored(text, dialect)
    .children.filter((node): node is Heading => node.type === 'heading')
    .map((node) => (node.data as { ids?: string[] } | undefined)?.ids?.[0]);

const TEXT = '## Set up & run\n\n## 1. Größe `x_y`\n\n## Set up & run\n';

test.each<[Dialect, string[]]>([
  ['github', ['set-up--run', '1-größe-x_y', 'set-up--run-1']],
  ['mkdocs', ['set-up-run', '1-groe-x_y', 'set-up-run_1']],
  ['asciidoc', ['_set_up_run', '_1_größe_x_y', '_set_up_run_2']],
  ['obsidian', ['Set up & run', '1. Größe x_y', 'Set up & run 1']],
  ['confluence', ['Setup&run', '1.Größex_y', 'Setup&run.1']],
])('%s names its anchors by its own rule', (dialect, expected) => {
  expect(ids(TEXT, dialect)).toEqual(expected);
});

test('a heading keeps the anchor that was set by hand, first', () => {
  const [first] = anchored('## Restart {#again}', 'docusaurus').children;
  expect((first as Heading).data).toMatchObject({ ids: ['again', 'restart-again'] });
});

test('an anchor of another rule is only given where no heading has it by its own', () => {
  expect(ids('## a - b\n\n## a b\n', 'markdown')).toEqual(['a---b', 'a-b']);
});
