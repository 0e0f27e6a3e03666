import type { ComponentDefinition } from './define.ts';
import { blocks, paragraph, strong, text } from './nodes.ts';
import { notEmpty } from './structure.ts';

export const verify: ComponentDefinition = {
  name: 'Verify',
  description: 'How to see that a step worked, before the next one begins.',
  whenToUse: 'In a step of a runbook, behind what was done.',
  whenNot: 'For the end of the whole runbook, which has a section of its own.',
  example: `<Steps>

1. Start the sender on the second node.

   <Verify>

   The queue falls below 50 within five minutes.

   </Verify>

2. Tell registration that new patients appear again.

</Steps>
`,
  holds: ['Command', 'Branch', 'Aside', 'Tabs', 'Metric'],
  attributes: [],
  breaches: notEmpty,
  plain: (_attributes, children) => [paragraph([strong([text('Verify')])]), ...blocks(children)],
};
