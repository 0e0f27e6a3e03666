import { isWebAddress } from '../../../domain/body/address.ts';
import { rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { counted } from '../days.ts';
import { pathView } from '../onboarding/path.ts';
import type { Value } from '../values.ts';
import type { Form, FormInput, FormOf } from './form.ts';
import { fact, factAt, itemValue, run, words } from './read.ts';

/** An onboarding path: the one step that comes next, what the whole takes, then all steps in order. */
export const onboardingPathForm: FormOf = (input): Form => {
  const path = pathView(input.entry, input.corpus);
  const { listed, hours, change } = path;
  const isEmpty = listed.length === 0 && change === null;
  return {
    shown: ['role', 'est_hours', 'steps', 'first_change', 'completed', 'systems'],
    lead: [
      ...(isEmpty ? [] : [{ kind: 'path-next' as const, path }]),
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'role', 'For the role'),
          ...fact('Takes', hours === null ? null : words(counted(hours, 'hour'))),
          ...factAt(input, 'systems', 'Systems'),
          ...fact('Completed by', completed(input)),
        ],
      },
    ],
    sections: isEmpty
      ? []
      : [{ id: '_steps', title: 'The path', blocks: [{ kind: 'path-steps', path }] }],
    after: isEmpty
      ? []
      : [{ id: '_progress', title: 'Your progress', blocks: [{ kind: 'path-record', path }] }],
  };
};

function completed(input: FormInput): Value {
  const people = rowsAt(input.entry.data, 'completed').flatMap((one) => {
    const person = itemValue(input, 'completed', one, 'person');
    const on = itemValue(input, 'completed', one, 'on');
    const feedback = textAt(one, 'feedback_ref');
    if (person === null) return [];
    return [
      run(
        person,
        ...(on ? [', ', on] : []),
        ...(feedback === null ? [] : ['; feedback: ', placeOf(feedback)]),
      ),
    ];
  });
  return people.length === 0 ? words('Nobody yet') : { kind: 'list', items: people };
}

const placeOf = (text: string): Value =>
  isWebAddress(text) ? { kind: 'link', href: text, text } : words(text);
