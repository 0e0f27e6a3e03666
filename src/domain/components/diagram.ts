import type { ComponentDefinition } from './define.ts';
import { blocks, paragraph, pointOf, strong, ticked } from './nodes.ts';
import { onlyCode } from './structure.ts';

export const diagram: ComponentDefinition = {
  name: 'Diagram',
  description: 'A drawing that is kept as text, with the words that say the same.',
  whenToUse:
    'For how a few systems hang together, the order of messages, or the states of one thing. It is written in Mermaid: flowchart, sequenceDiagram, stateDiagram-v2, classDiagram, erDiagram or xychart-beta.',
  whenNot:
    'For more than about fifteen boxes, which nobody reads. For steps: those are Steps. For a screenshot: add it as an image.',
  example: `<Diagram title="How a message travels" description="The EHR sends to the engine. The engine writes to the queue; the sender takes from the queue and sends to the receiver. What is refused goes to the review list.">

\`\`\`mermaid
flowchart LR
  ehr[EHR] -->|HL7| engine[Engine]
  engine --> queue[(Queue)]
  queue --> sender[Sender]
  sender -->|FHIR| receiver[Receiver]
  sender -.->|refused| review[Review list]
\`\`\`

</Diagram>
`,
  attributes: [
    { name: 'title', description: 'What the drawing is called.', required: true },
    {
      name: 'description',
      description:
        'What the drawing says, in sentences; it stands for the drawing where that is not seen.',
      required: true,
    },
  ],
  *breaches(element) {
    yield* onlyCode(
      element,
      '<Diagram title="..." description="...">, one block between ```mermaid and ```, </Diagram>',
    );
    for (const child of element.children) {
      if (child.type === 'code' && child.lang !== 'mermaid')
        yield {
          messageId: 'language',
          ...pointOf(child),
          args: { language: child.lang || 'no language' },
        };
    }
  },
  plain: ({ title = '', description = '' }, children) => [
    paragraph([strong(ticked(title))]),
    paragraph(ticked(description)),
    ...blocks(children),
  ],
};
