import type { ComponentDefinition } from './define.ts';
import { blocks, pointOf } from './nodes.ts';
import { onlyList } from './structure.ts';

export const steps: ComponentDefinition = {
  name: 'Steps',
  description: 'A numbered list that is followed one step after the other.',
  whenToUse: 'A procedure in which the order matters and the reader has to keep their place.',
  whenNot: 'For a list of reasons or options: a plain list says that the order does not matter.',
  example: `<Steps>

1. Stop the sender.

2. Wait until the queue is empty.

3. Start the sender on the other node.

</Steps>
`,
  holds: [
    'Command',
    'Verify',
    'Rollback',
    'Branch',
    'Aside',
    'Tabs',
    'Diagram',
    'FileTree',
    'Metric',
  ],
  attributes: [],
  *breaches(element) {
    yield* onlyList(element, '1. The first step');
    for (const child of element.children) {
      if (child.type === 'list' && !child.ordered)
        yield { messageId: 'unordered', ...pointOf(child) };
    }
  },
  plain: (_attributes, children) => blocks(children),
};
