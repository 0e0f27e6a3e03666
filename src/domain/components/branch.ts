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
  holds: ['Steps', 'Command', 'Verify', 'Rollback', 'Aside', 'Tabs', 'Diagram'],
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
      data: BRANCHES,
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

/** Marks the lists that are made here: two of them in a row are one. */
const BRANCHES: Readonly<Record<string, unknown>> = { branches: true };

/** Blocks in which neighbouring branches are items of one list. */
export function joinBranches(nodes: readonly MdastNode[]): MdastNode[] {
  const out: MdastNode[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (isBranches(last) && isBranches(node))
      out[out.length - 1] = { ...last, children: [...last.children, ...node.children] };
    else out.push(node);
  }
  return out;
}

const isBranches = (node: MdastNode | undefined): node is List =>
  node?.type === 'list' && (node.data as unknown) === BRANCHES;

type List = Extract<MdastNode, { type: 'list' }>;

type ItemContent = Extract<MdastNode, { type: 'listItem' }>['children'];
