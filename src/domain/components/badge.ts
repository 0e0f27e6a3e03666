import type { ComponentDefinition } from './define.ts';
import { notEmpty } from './structure.ts';

export const badge: ComponentDefinition = {
  name: 'Badge',
  description: 'A word with a shape and a colour, inside a line of text.',
  whenToUse: 'For the state of something in a table or a list, where readers scan for it.',
  whenNot:
    'For the status of the document itself, which stands above the text. For whole sentences: use an Aside.',
  example: `| System | State |
|---|---|
| Sender | <Badge tone="good">handed over</Badge> |
| Receiver | <Badge tone="attention">in progress</Badge> |
| Archive | <Badge tone="bad">blocked</Badge> |
| Old portal | <Badge>retired</Badge> |
`,
  inline: true,
  attributes: [
    {
      name: 'tone',
      description: 'How it stands; quiet unless it is said. The words must say it as well.',
      values: ['good', 'attention', 'bad', 'quiet'],
    },
  ],
  breaches: notEmpty,
  plain: (_attributes, children) => [...children],
};
