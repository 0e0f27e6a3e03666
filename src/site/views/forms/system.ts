import { numberAt, rowsAt } from '../../../domain/graph/fields.ts';
import { lengthOfTime } from '../days.ts';
import type { Value } from '../values.ts';
import { linkTo } from '../values.ts';
import type { Figure, Form, FormInput, FormOf, Section } from './form.ts';
import { incomingOf, linkList, markedLink, outgoingOf } from './links.ts';
import { systemQuirks } from './quirks.ts';
import { fact, factAt, fieldNames, itemValue, listed, words } from './read.ts';
import { whyOf } from './why.ts';

const shown = fieldNames(
  'data_classes rto_minutes rpo_minutes health_signals depends_on fragile',
  'workflows deploys_via environments repos load_bearing',
);

/** A system: how fast it must be back, what it leans on and what leans on it, and how to see that it works. */
export const systemForm: FormOf = (input): Form => {
  const why = whyOf(input, systemQuirks(input));
  return {
    shown,
    lead: [
      { kind: 'figures', figures: objectives(input) },
      {
        kind: 'facts',
        facts: [
          ...why.door,
          ...fact(
            'Runbooks',
            linkList(incomingOf(input, 'runbook', 'systems.*'), markedLink) ?? words('None yet'),
          ),
          ...fact(
            'Depends on',
            linkList(outgoingOf(input, 'depends_on.*')) ?? words('No other system'),
          ),
          ...fact(
            'Needed by',
            linkList(incomingOf(input, 'system', 'depends_on.*')) ?? words('No other system'),
          ),
          ...fact('Integrations', linkList(incomingOf(input, 'integration', 'systems.*'), linkTo)),
          ...factAt(input, 'workflows', 'Stops without it'),
          ...fact('Data', dataOf(input)),
          ...fact(
            'Load-bearing',
            input.entry.data['load_bearing'] === true
              ? words('Yes: nobody could replace it in a quarter')
              : null,
          ),
          ...factAt(input, 'fragile', 'Fragile: touch with care'),
          ...factAt(input, 'environments', 'Runs in'),
          ...factAt(input, 'repos', 'Code'),
          ...factAt(input, 'deploys_via', 'Goes live by'),
        ],
      },
    ],
    sections: [...signals(input), ...why.sections],
  };
};

/** The classes of data as people write them. */
function dataOf({ entry }: FormInput): Value | null {
  const classes = entry.data['data_classes'];
  if (!Array.isArray(classes)) return null;
  return listed(classes.map((one) => words(one === 'phi' ? 'PHI' : String(one))));
}

function objectives({ entry }: FormInput): Figure[] {
  const back = numberAt(entry.data, 'rto_minutes');
  const lost = numberAt(entry.data, 'rpo_minutes');
  return [
    ...(back === null
      ? []
      : [
          {
            value: lengthOfTime(back),
            label: 'until it must be back (RTO)',
            mark: null,
            note: null,
          },
        ]),
    ...(lost === null
      ? []
      : [
          {
            value: lost === 0 ? 'Nothing' : lengthOfTime(lost),
            label: lost === 0 ? 'may be lost (RPO)' : 'of data may be lost (RPO)',
            mark: null,
            note: null,
          },
        ]),
  ];
}

function signals(input: FormInput): Section[] {
  const all = rowsAt(input.entry.data, 'health_signals');
  if (all.length === 0) return [];
  const rows = all.map((signal) =>
    ['name', 'healthy', 'where', 'alert'].map((field) =>
      itemValue(input, 'health_signals', signal, field),
    ),
  );
  const table = {
    label: 'Health signals',
    columns: ['Signal', 'Healthy', 'Where to look', 'Alert'],
    rows,
  };
  return [
    { id: '_signals', title: 'Is it healthy?', blocks: [{ kind: 'table', table, folded: null }] },
  ];
}
