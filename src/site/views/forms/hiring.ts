import { numberAt, rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { dated, dueMark, lengthOfTime } from '../days.ts';
import type { Form, FormInput, FormOf, Item, Section } from './form.ts';
import { fact, factAt, itemValue, words } from './read.ts';

/** An open role: how far the search is, and the loop in order. */
export const hiringForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const start = textAt(data, 'start_target');
  const closed = ['filled', 'dropped'].includes(textAt(data, 'state') ?? '');
  return {
    shown: ['role', 'state', 'start_target', 'outcomes', 'stages', 'decision_rule'],
    lead: [
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'role'),
          ...factAt(input, 'state', 'The search is'),
          ...fact(
            'Should have started by',
            start === null ? null : dated(start, closed ? null : dueMark(start, input.asOf)),
          ),
          ...factAt(input, 'outcomes', 'Done after twelve months'),
          ...factAt(input, 'decision_rule', 'How scores decide'),
        ],
      },
    ],
    sections: stages(input),
  };
};

function stages(input: FormInput): Section[] {
  const all = rowsAt(input.entry.data, 'stages');
  if (all.length === 0) return [];
  const items = all.map((stage): Item => {
    const minutes = numberAt(stage, 'minutes');
    const line = (label: string | null, field: string) => {
      const value = itemValue(input, 'stages', stage, field);
      return value === null ? [] : [{ label, value }];
    };
    return {
      head: itemValue(input, 'stages', stage, 'name') ?? words(''),
      aside: minutes === null ? null : words(lengthOfTime(minutes)),
      lines: [...line(null, 'exercise'), ...line('Scored', 'signals'), ...line('Run by', 'owner')],
    };
  });
  return [
    {
      id: '_stages',
      title: 'The interview loop',
      blocks: [{ kind: 'items', ordered: true, items }],
    },
  ];
}
