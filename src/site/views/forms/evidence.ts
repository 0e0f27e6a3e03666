import { daysBetween } from '../../../domain/graph/days.ts';
import { numberAt, textAt } from '../../../domain/graph/fields.ts';
import { ageText, counted, dated } from '../days.ts';
import { dayOf } from '../words.ts';
import type { Form, FormInput, FormOf, Notice } from './form.ts';
import { outgoingOf } from './links.ts';
import { fact, factAt, fieldNames, run, status, valueAt, words } from './read.ts';

const shown = fieldNames(
  'control system period_from period_to collected_on collector method location',
  'digest reviewer',
);

/** Evidence: for which control, for which days, how old, and who looked at it. */
export const evidenceForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const on = textAt(data, 'collected_on');
  const age = on === null ? null : ageText(on, input.asOf);
  const from = textAt(data, 'period_from');
  const to = textAt(data, 'period_to');
  return {
    shown,
    notices: tooOld(input, on),
    lead: [
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'control', 'Shows at work'),
          ...factAt(input, 'system', 'Taken from'),
          ...fact(
            'Speaks for',
            from === null && to === null
              ? null
              : words(`${from ? dayOf(from) : '…'} to ${to ? dayOf(to) : '…'}`),
          ),
          ...fact('Collected', on === null ? null : run(dated(on, null), age && `, ${age}`)),
          ...factAt(input, 'collector', 'Collected by'),
          ...fact(
            'Checked by',
            valueAt(input, 'reviewer') ?? status({ text: 'Nobody yet', tone: 'attention' }),
          ),
          ...factAt(input, 'method', 'How, so that it can be repeated'),
          ...factAt(input, 'location', 'Where the file is'),
          ...factAt(input, 'digest', 'Digest of the file'),
        ],
      },
    ],
  };
};

function tooOld(input: FormInput, on: string | null): Notice[] {
  const { asOf } = input;
  const limits = outgoingOf(input, 'control.*').map(({ data }) => numberAt(data, 'frequency_days'));
  const least = Math.min(...limits.filter((limit) => limit !== null));
  if (asOf === null || on === null || !Number.isFinite(least)) return [];
  const age = daysBetween(on, asOf);
  return age > least
    ? [
        {
          tone: 'quiet',
          title: `${counted(age, 'day')} old: its control asks for newer evidence every ${counted(least, 'day')}.`,
          text: null,
        },
      ]
    : [];
}
