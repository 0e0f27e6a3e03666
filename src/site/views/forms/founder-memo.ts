import { rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { dated, dueMark } from '../days.ts';
import { dayOf } from '../words.ts';
import type { Form, FormInput, FormOf, Notice, Section } from './form.ts';
import { fact, factAt, itemValue, run, status, valueAt, words } from './read.ts';

/** A memo: the question, by when, what can be chosen, and what was. */
export const founderMemoForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const by = textAt(data, 'decision_needed_by');
  const choice = textAt(data, 'outcome.choice');
  const recommendation = textAt(data, 'recommendation');
  return {
    shown: [
      'to',
      'decision_needed_by',
      'decision_asked',
      'options',
      'recommendation',
      'outcome',
      'privileged',
    ],
    notices: outcomeOf(input),
    lead: [
      {
        kind: 'statement',
        title: 'The decision asked',
        mark: null,
        text: textAt(data, 'decision_asked') ?? '',
      },
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'to', 'Asked of'),
          ...fact(
            'Needed by',
            by === null ? null : dated(by, choice === null ? dueMark(by, input.asOf) : null),
          ),
        ],
      },
      ...(recommendation === null
        ? []
        : [{ kind: 'prose' as const, title: 'Recommendation', text: recommendation }]),
    ],
    sections: optionsOf(input, choice),
  };
};

function outcomeOf(input: FormInput): Notice[] {
  const { data } = input.entry;
  const choice = textAt(data, 'outcome.choice');
  const on = textAt(data, 'outcome.decided_on');
  if (choice !== null)
    return [
      {
        tone: 'good',
        title: `Decided${on ? ` on ${dayOf(on)}` : ''}: ${choice}`,
        text: run('By ', valueAt(input, 'outcome.by') ?? 'somebody who is not named'),
      },
    ];
  const by = textAt(data, 'decision_needed_by');
  const mark = by === null ? null : dueMark(by, input.asOf);
  const title = mark === null ? 'Open: not decided yet.' : `Open: ${mark.text.toLowerCase()}.`;
  return [{ tone: mark?.tone === 'bad' ? 'bad' : 'attention', title, text: null }];
}

function optionsOf(input: FormInput, choice: string | null): Section[] {
  const options = rowsAt(input.entry.data, 'options');
  if (options.length === 0) return [];
  const rows = options.map((option) => {
    const reversible = option['reversible'];
    const chosen = choice !== null && textAt(option, 'name') === choice;
    return [
      chosen
        ? run(
            itemValue(input, 'options', option, 'name'),
            ' ',
            status({ text: 'chosen', tone: 'good' }),
          )
        : itemValue(input, 'options', option, 'name'),
      itemValue(input, 'options', option, 'cost'),
      typeof reversible === 'boolean' ? words(reversible ? 'Yes, within a quarter' : 'No') : null,
    ];
  });
  const table = { label: 'Options', columns: ['Option', 'Cost', 'Can be undone'], rows };
  return [
    {
      id: '_options',
      title: 'Options at a glance',
      blocks: [{ kind: 'table', table, folded: null }],
    },
  ];
}
