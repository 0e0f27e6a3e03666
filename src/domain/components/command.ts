import type { ComponentDefinition } from './define.ts';
import { blocks, paragraph, strong, text, ticked } from './nodes.ts';
import { onlyCode } from './structure.ts';

const example = `<Command on="\`db-primary\`, through the jump host" as="operator" expect="one line for each target, all \`running\`">

\`\`\`bash
sender-ctl status --all
\`\`\`

</Command>
`;

export const command: ComponentDefinition = {
  name: 'Command',
  description: 'A command, where to run it, and what a good answer looks like.',
  whenToUse: 'For every command that somebody runs by hand in a runbook.',
  whenNot: 'For code that is only read: a plain code block is enough.',
  example,
  attributes: [
    { name: 'on', description: 'The host or place where it is run.', required: true },
    { name: 'as', description: 'The user or role that runs it.' },
    {
      name: 'expect',
      description: 'What a good answer looks like, in one line.',
      required: true,
    },
  ],
  breaches: (element) =>
    onlyCode(
      element,
      '<Command on="..." expect="...">, one block between ```bash and ```, </Command>',
    ),
  plain: (attributes, children) => [
    paragraph([strong([text('Run on '), ...ticked(whereOf(attributes))])]),
    ...blocks(children),
    paragraph([strong([text('Expect:')]), text(' '), ...ticked(attributes['expect'] ?? '')]),
  ],
};

/** Where a command is run, and as whom. */
export const whereOf = ({ on = '', as }: Readonly<Record<string, string>>): string =>
  as ? `${on} as ${as}` : on;
