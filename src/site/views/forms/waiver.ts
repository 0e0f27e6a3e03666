import { textAt } from '../../../domain/graph/fields.ts';
import { endMark } from '../days.ts';
import { dayOf } from '../words.ts';
import type { Form, FormInput, FormOf, Notice } from './form.ts';
import { factAt, fieldNames, run, valueAt } from './read.ts';

const shown = fieldNames('rule target reason compensating_measure signer signed_on expires_on');

/** A waiver: until when it holds, what it lets pass, and what is done meanwhile. */
export const waiverForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const prose = (title: string, field: string) => {
    const text = textAt(data, field);
    return text === null ? [] : [{ kind: 'prose' as const, title, text, half: true as const }];
  };
  return {
    shown,
    notices: holds(input),
    lead: [
      ...prose('Why it cannot be met now', 'reason'),
      ...prose('What lowers the risk meanwhile', 'compensating_measure'),
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'rule'),
          ...factAt(input, 'target', 'For'),
          ...factAt(input, 'signer', 'Signed by'),
          ...factAt(input, 'signed_on'),
        ],
      },
    ],
  };
};

function holds(input: FormInput): Notice[] {
  const until = textAt(input.entry.data, 'expires_on');
  if (until === null) return [];
  const mark = endMark(until, input.asOf);
  if (mark === null) return [{ tone: 'quiet', title: `Holds until ${dayOf(until)}`, text: null }];
  const over = mark.tone === 'bad';
  const title = over
    ? `Ended on ${dayOf(until)}: the rule counts again.`
    : `Holds until ${dayOf(until)}: ${mark.text.toLowerCase()}.`;
  const target = valueAt(input, 'target');
  return [
    {
      tone: over ? 'bad' : mark.tone === 'good' ? 'quiet' : 'attention',
      title,
      text: over && target ? run('It was for ', target) : null,
    },
  ];
}
