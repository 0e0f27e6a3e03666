import type { ComponentDefinition } from './define.ts';
import { blocks, paragraph, strong, text } from './nodes.ts';
import { notEmpty } from './structure.ts';

export const rollback: ComponentDefinition = {
  name: 'Rollback',
  description: 'How to take a step back.',
  whenToUse:
    'In a step of a runbook that changes something, so that nobody has to look for the way back.',
  whenNot: 'Where nothing can be taken back: say that in an Aside before the step.',
  example: `<Steps>

1. Halve the rate of the sender in \`sender.conf\`.

   <Rollback>

   Write \`rate = 2/s\` again and restart the sender. Nothing is lost in between.

   </Rollback>

</Steps>
`,
  holds: ['Steps', 'Command', 'Verify', 'Branch', 'Aside', 'Tabs'],
  attributes: [],
  breaches: notEmpty,
  plain: (_attributes, children) => [paragraph([strong([text('Rollback')])]), ...blocks(children)],
};
