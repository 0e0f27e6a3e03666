import type { Attributes, ComponentDefinition } from './define.ts';
import { blocks, paragraph, strong, text, ticked } from './nodes.ts';

/** Attributes of a metric that are numbers. */
const NUMBERS = ['value', 'previous', 'target'] as const;
const NUMBER = /^[-+\u2212]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

export const metric: ComponentDefinition = {
  name: 'Metric',
  description: 'One number that says how things stand, with what it is compared with.',
  whenToUse:
    'For a number that a decision hangs on: before and after, against a target, with the place where it was measured. Several in a row stand beside each other.',
  whenNot: 'For more than four numbers: a table compares better.',
  example: `<Metric label="Time to restore" value="14" unit="min" previous="41" target="15" source="Drill of 3 June" />

<Metric label="Messages lost" value="0" previous="1,204" source="Comparison at 06:00">

Counted over 30 days.

</Metric>
`,
  attributes: [
    { name: 'label', description: 'What was measured.', required: true },
    { name: 'value', description: 'The number, without its unit.', required: true },
    { name: 'unit', description: 'The unit, such as min or percent.' },
    { name: 'previous', description: 'The number before, in the same unit.' },
    { name: 'target', description: 'The number to reach, in the same unit.' },
    { name: 'source', description: 'Where the number comes from.' },
  ],
  *breaches({ attributes, line, column }) {
    for (const attribute of NUMBERS) {
      const value = attributes[attribute];
      if (value === undefined || NUMBER.test(value.trim())) continue;
      // A missing value is told where attributes are checked.
      if (attribute === 'value' && value.trim() === '') continue;
      yield { messageId: 'number', line, column, args: { attribute, value } };
    }
  },
  plain: (attributes, children) => {
    const { label = '' } = attributes;
    const facts = factsOf(attributes).flatMap(({ name, value }, index) => [
      text(`${index === 0 ? ' ' : '; '}${name.toLowerCase()}: `),
      ...ticked(value),
    ]);
    const value = withUnit(attributes['value'] ?? '', attributes['unit']);
    return [paragraph([strong(ticked(`${label}: ${value}`)), ...facts]), ...blocks(children)];
  },
};

/** A number with its unit. */
const withUnit = (value: string, unit: string | undefined): string =>
  unit ? `${value} ${unit}` : value;

/** What stands below the number of a metric. */
export function factsOf(
  attributes: Attributes,
): { readonly name: string; readonly value: string }[] {
  const { previous, target, source, unit } = attributes;
  return [
    ...(previous ? [{ name: 'Before', value: withUnit(previous, unit) }] : []),
    ...(target ? [{ name: 'Target', value: withUnit(target, unit) }] : []),
    ...(source ? [{ name: 'Source', value: source }] : []),
  ];
}
