import { toString as textOf } from 'mdast-util-to-string';
import type { ComponentDefinition, ElementOf } from './define.ts';
import { attributesOf, blocks, isJsx, paragraph, pointOf, strong, ticked } from './nodes.ts';
import { notEmpty } from './structure.ts';

export const tabs: ComponentDefinition = {
  name: 'Tabs',
  description: 'The same thing said for several cases, of which a reader needs one.',
  whenToUse:
    'Two to four forms of one instruction, such as one for each operating system. Use the same labels on a whole page: choosing one chooses it everywhere.',
  whenNot:
    'For steps that follow each other, or for anything that every reader needs: what stands in another tab is not seen. On paper all tabs stand below each other.',
  example: `<Tabs>

<Tab label="Linux">

\`\`\`bash
systemctl status sender
\`\`\`

</Tab>

<Tab label="Windows">

\`\`\`powershell
Get-Service sender
\`\`\`

</Tab>

</Tabs>
`,
  holds: ['Tab'],
  attributes: [],
  *breaches(element) {
    const labels = new Set<string>();
    let count = 0;
    for (const child of element.children) {
      if (!isJsx(child) || child.name !== 'Tab') {
        const what = textOf(child).trim().slice(0, 40) || child.type;
        yield { messageId: 'child', ...pointOf(child), args: { what } };
        continue;
      }
      count += 1;
      const label = (attributesOf(child)['label'] ?? '').trim();
      if (labels.has(label)) yield { messageId: 'twice', ...pointOf(child), args: { label } };
      labels.add(label);
    }
    if (count < 2) yield { messageId: 'few', ...placeOf(element), args: { count } };
  },
  plain: (_attributes, children) => blocks(children),
};

export const tab: ComponentDefinition = {
  name: 'Tab',
  description: 'One of the cases of <Tabs>.',
  whenToUse: 'Inside <Tabs>.',
  whenNot: 'Anywhere else.',
  example: '',
  within: 'Tabs',
  holds: [
    'Steps',
    'Command',
    'Verify',
    'Rollback',
    'Branch',
    'Aside',
    'Diagram',
    'FileTree',
    'Metric',
  ],
  attributes: [
    { name: 'label', description: 'What the case is called, in one or two words.', required: true },
  ],
  breaches: notEmpty,
  plain: ({ label = '' }, children) => [paragraph([strong(ticked(label))]), ...blocks(children)],
};

const placeOf = ({ line, column }: ElementOf) => ({ line, column });
