import type { ComponentDefinition } from './define.ts';
import { blocks, paragraph, quote, strong, ticked } from './nodes.ts';
import { notEmpty } from './structure.ts';

/** The words for each kind of note. */
export const asideTitles: Readonly<Record<string, string>> = {
  note: 'Note',
  tip: 'Tip',
  caution: 'Caution',
  danger: 'Danger',
};

export const aside: ComponentDefinition = {
  name: 'Aside',
  description: 'A note beside the text: something that a reader in a hurry must not miss.',
  whenToUse:
    'One fact that changes what the reader does next: a danger before a command, a limit, an exception.',
  whenNot: 'For ordinary text. A page with many notes has none; three in one document are a lot.',
  example: `<Aside type="danger" title="Do not restart both nodes">

The queue is kept in memory. Restart one node, wait for \`in sync\`, then restart the other.

</Aside>
`,
  attributes: [
    {
      name: 'type',
      description: 'How urgent it is; a note unless it is said.',
      values: Object.keys(asideTitles),
    },
    { name: 'title', description: 'A heading of its own instead of the type’s.' },
  ],
  breaches: notEmpty,
  plain: ({ type = 'note', title }, children) => {
    const kind = asideTitles[type] ?? 'Note';
    const heading = title ? `${kind}: ${title}` : kind;
    return [quote([paragraph([strong(ticked(heading))]), ...blocks(children)])];
  },
};
