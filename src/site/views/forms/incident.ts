import { numberAt, textAt } from '../../../domain/graph/fields.ts';
import { lengthOfTime, minutesBetween } from '../days.ts';
import type { Value } from '../values.ts';
import type { Form, FormInput, FormOf } from './form.ts';
import { incomingOf, linkList } from './links.ts';
import { fact, factAt, status, words } from './read.ts';

/** An incident: whether it is over, how long it lasted, and where it is told. */
export const incidentForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const minutes = minutesBetween(textAt(data, 'started_at'), textAt(data, 'resolved_at'));
  const over = textAt(data, 'resolved_at') !== null;
  return {
    shown: ['started_at', 'resolved_at', 'systems'],
    notices: over ? [] : [{ tone: 'bad', title: 'Not resolved yet.', text: null }],
    lead: [
      {
        kind: 'facts',
        facts: [
          ...fact('Lasted', minutes === null ? null : words(lengthOfTime(minutes))),
          ...factAt(input, 'started_at', 'Began'),
          ...factAt(input, 'resolved_at', 'Resolved'),
          ...factAt(input, 'systems', 'Systems hit'),
          ...fact('Postmortem', postmortem(input)),
        ],
      },
    ],
  };
};

function postmortem(input: FormInput): Value {
  const found = linkList(incomingOf(input, 'postmortem', 'incident_id'));
  if (found !== null) return found;
  const severe = (numberAt(input.entry.data, 'severity') ?? 9) <= 2;
  return severe
    ? status({ text: 'Not written yet', tone: 'attention' })
    : words('None; asked for at severity 1 and 2');
}
