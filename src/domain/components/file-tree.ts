import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import type { Breach, ComponentDefinition } from './define.ts';
import { blocks, childrenOf, pointOf } from './nodes.ts';
import { onlyList } from './structure.ts';

const example = `<FileTree>

- etc/
  - sender/
    - sender.conf where the receiver and the rate are set
    - keys/ readable by root only
- var/
  - log/sender.log

</FileTree>
`;

export const fileTree: ComponentDefinition = {
  name: 'FileTree',
  description: 'Files and folders, with a word about each.',
  whenToUse:
    'To show where things are on a host or in a repository, when more than three are named.',
  whenNot:
    'For one path: write it in backticks. For a whole repository: name what the reader needs.',
  example,
  attributes: [],
  *breaches(element) {
    yield* onlyList(element, '- app.conf What it is for');
    for (const child of element.children) yield* breachesOfList(child);
  },
  plain: (_attributes, children) => blocks(children),
};

/** The name at the beginning of an item's text, and the comment behind it. */
export function nameAndComment(words: string): { name: string; comment: string } {
  const [, name = '', comment = ''] = /^\s*(\S*)\s*(.*)$/s.exec(words) ?? [];
  return { name, comment };
}

function* breachesOfList(list: MdastNode): Generator<Breach> {
  if (list.type !== 'list') return;
  for (const item of childrenOf(list)) {
    const [line, ...below] = childrenOf(item);
    if (line?.type !== 'paragraph') {
      yield { messageId: 'entry', ...pointOf(item) };
      continue;
    }
    const first = childrenOf(line)[0];
    const isText = first?.type === 'text';
    const name = isText ? nameAndComment(first.value).name : first ? textOf(first) : '';
    if (below.some(({ type }) => type === 'list') && !name.endsWith('/'))
      yield { messageId: 'folder', ...pointOf(item), args: { text: name } };
    for (const child of below) yield* breachesOfList(child);
  }
}
