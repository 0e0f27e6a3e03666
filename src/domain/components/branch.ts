import type { MdastNode } from 'satteri';
import type { ComponentDefinition } from './define.ts';
import { blocks, paragraph, strong, ticked } from './nodes.ts';
import { notEmpty } from './structure.ts';

export const branch: ComponentDefinition = {
  name: 'Branch',
  description: 'What the reader sees, and what to do in that case.',
  whenToUse:
    'Several in a row behind a diagnosis, one for each thing that can be seen; the reader scans them for the one that fits.',
  whenNot: 'For cases that the reader cannot tell apart by looking.',
  example: `<Branch when="You see \`state: parked\` and more than ten rows">

The receiver refuses us. Go on with step 3.

</Branch>

<Branch when="You see no row at all">

The sender does not run. Start it on the second node.

</Branch>

<Branch when="You see something else">

Call the owner of the system; do not restart anything.

</Branch>
`,
  attributes: [
    {
      name: 'when',
      description: 'What the reader sees, as a sentence: You see ...',
      required: true,
    },
  ],
  breaches: notEmpty,
  plain: ({ when = '' }, children) => [
    {
      type: 'list',
      ordered: false,
      spread: true,
      children: [
        {
          type: 'listItem',
          spread: true,
          children: [paragraph([strong(ticked(when))]), ...blocks(children)] as ItemContent,
        },
      ],
    },
  ],
};

type ItemContent = Extract<MdastNode, { type: 'listItem' }>['children'];
