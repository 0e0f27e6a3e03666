import type { Entry } from '../../../domain/graph/corpus.ts';
import { rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { dated, endMark } from '../days.ts';
import { linkTo } from '../values.ts';
import { dayOf, toneOf } from '../words.ts';
import type { Form, FormInput, FormOf, Notice, Section } from './form.ts';
import { incomingOf, linkList } from './links.ts';
import { fact, factAt, fieldNames, itemValue, run, status, words } from './read.ts';

const shown = fieldNames(
  'parties signed_on effective_to scope flow_down return_or_destroy custodian',
);

/** An agreement: until when it holds, what it covers, and which flows rest on it. */
export const baaForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const until = textAt(data, 'effective_to');
  return {
    shown,
    notices: endOf(input),
    lead: [
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'signed_on'),
          ...fact(
            'In force until',
            until === null ? words('Somebody ends it') : dated(until, endMark(until, input.asOf)),
          ),
          ...factAt(input, 'parties', 'Between'),
          ...factAt(input, 'custodian', 'Signed copy kept by'),
          ...fact('Flows that rest on it', linkList(incomingOf(input, 'data-flow', 'baa'), flow)),
          ...factAt(input, 'flow_down', 'Subcontractors'),
          ...fact('PHI at the end', returned(input)),
        ],
      },
    ],
    sections: scopeOf(input),
  };
};

function flow(entry: Entry) {
  const decision = textAt(entry.data, 'decision');
  return decision === null
    ? linkTo(entry)
    : run(linkTo(entry), ' ', status({ text: decision, tone: toneOf(decision) }));
}

function endOf({ entry, asOf }: FormInput): Notice[] {
  const until = textAt(entry.data, 'effective_to');
  const over = until !== null && asOf !== null && until < asOf.slice(0, 10);
  return over
    ? [{ tone: 'bad', title: `Ended on ${dayOf(until)}: no PHI may be sent under it.`, text: null }]
    : [];
}

function returned({ entry: { data } }: FormInput) {
  const state = textAt(data, 'return_or_destroy.state');
  const on = textAt(data, 'return_or_destroy.on');
  return state === null ? null : words(`${ends[state] ?? state}${on ? ` on ${dayOf(on)}` : ''}`);
}

const ends: Readonly<Record<string, string>> = {
  'not-due': 'Not due yet',
  returned: 'Returned',
  destroyed: 'Destroyed',
  infeasible: 'Return or destruction found infeasible',
};

function scopeOf(input: FormInput): Section[] {
  const scope = rowsAt(input.entry.data, 'scope');
  if (scope.length === 0) return [];
  const rows = scope.map((one) =>
    ['surface', 'configuration', 'models'].map((field) => itemValue(input, 'scope', one, field)),
  );
  const table = { label: 'What it covers', columns: ['Surface', 'Only with', 'Models'], rows };
  return [
    {
      id: '_scope',
      title: 'What it covers, and nothing else',
      blocks: [{ kind: 'table', table, folded: null }],
    },
  ];
}
