import { numberAt, rowsAt } from '../../../domain/graph/fields.ts';
import { counted, lengthOfTime } from '../days.ts';
import type { Value } from '../values.ts';
import type { Form, FormInput, FormOf, Item, Section } from './form.ts';
import { fact, factAt, itemValue, words } from './read.ts';

/** An onboarding path: how long it takes, then what to read and do, in order. */
export const onboardingPathForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const hours = numberAt(data, 'est_hours');
  const steps = rowsAt(data, 'steps');
  const minutes = steps.reduce((sum, step) => sum + (numberAt(step, 'minutes') ?? 0), 0);
  return {
    shown: ['role', 'est_hours', 'steps', 'first_change', 'completed', 'systems'],
    lead: [
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'role', 'For the role'),
          ...fact('Takes', hours === null ? null : words(counted(hours, 'hour'))),
          ...fact(
            'To read',
            steps.length === 0
              ? null
              : words(
                  `${counted(steps.length, 'document')}${minutes > 0 ? `, ${lengthOfTime(minutes)}` : ''}`,
                ),
          ),
          ...factAt(input, 'first_change'),
          ...factAt(input, 'systems', 'Systems'),
          ...fact('Completed by', completed(input)),
        ],
      },
    ],
    sections: stepsOf(input),
  };
};

function completed(input: FormInput): Value {
  const people = rowsAt(input.entry.data, 'completed').flatMap((one) => {
    const person = itemValue(input, 'completed', one, 'person');
    const on = itemValue(input, 'completed', one, 'on');
    if (person === null) return [];
    return [{ kind: 'run' as const, items: on ? [person, words(', '), on] : [person] }];
  });
  return people.length === 0 ? words('Nobody yet') : { kind: 'list', items: people };
}

function stepsOf(input: FormInput): Section[] {
  const steps = rowsAt(input.entry.data, 'steps');
  if (steps.length === 0) return [];
  const items = steps.map((step): Item => {
    const minutes = numberAt(step, 'minutes');
    const why = itemValue(input, 'steps', step, 'why');
    const check = itemValue(input, 'steps', step, 'check');
    return {
      head: itemValue(input, 'steps', step, 'doc') ?? words(''),
      aside: minutes === null ? null : words(lengthOfTime(minutes)),
      lines: [
        ...(why ? [{ label: null, value: why }] : []),
        ...(check ? [{ label: 'Check', value: check }] : []),
      ],
    };
  });
  return [{ id: '_steps', title: 'The path', blocks: [{ kind: 'items', ordered: true, items }] }];
}
