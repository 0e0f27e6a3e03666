import { rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { dated, endMark } from '../days.ts';
import type { Form, FormInput, FormOf, Section } from './form.ts';
import { incomingOf, linkList } from './links.ts';
import { routeValue } from './phone.ts';
import { fact, factAt, fieldNames, itemValue, valueAt, words } from './read.ts';

const shown = fieldNames('category contacts contract services phi baa data_held exit_steps');

/** A vendor: whom to reach, whether it may have PHI, until when the contract runs, how to leave. */
export const vendorForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const end = textAt(data, 'contract.term_end');
  return {
    shown,
    lead: [
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'category'),
          ...factAt(input, 'services', 'What we buy'),
          ...fact('Integrations', linkList(incomingOf(input, 'integration', 'counterparty'))),
          ...fact(
            'Has PHI of ours',
            typeof data['phi'] === 'boolean' ? words(data['phi'] ? 'Yes' : 'No') : null,
          ),
          ...fact(
            'Agreement (BAA)',
            valueAt(input, 'baa') ?? (data['phi'] === true ? words('None named') : null),
          ),
          ...factAt(input, 'data_held', 'Holds of ours'),
          ...fact(
            'Contract runs until',
            end === null ? null : dated(end, endMark(end, input.asOf)),
          ),
          ...factAt(input, 'contract.ref', 'Contract'),
          ...factAt(input, 'contract.charges_ref', 'Charges'),
          ...factAt(input, 'contract.termination', 'Ended by'),
          ...factAt(input, 'contract.assignment'),
        ],
      },
    ],
    sections: contacts(input),
    after: leaving(input),
  };
};

function contacts(input: FormInput): Section[] {
  const all = rowsAt(input.entry.data, 'contacts');
  if (all.length === 0) return [];
  const rows = all.map((one) => [
    itemValue(input, 'contacts', one, 'role'),
    itemValue(input, 'contacts', one, 'name'),
    routeValue(textAt(one, 'route') ?? ''),
  ]);
  const table = { label: 'Whom to reach', columns: ['For', 'Name', 'How'], rows };
  return [
    { id: '_contacts', title: 'Whom to reach', blocks: [{ kind: 'table', table, folded: null }] },
  ];
}

function leaving({ entry }: FormInput): Section[] {
  const steps = entry.data['exit_steps'];
  if (!Array.isArray(steps) || steps.length === 0) return [];
  const items = steps.map((step) => ({ head: words(String(step)), aside: null, lines: [] }));
  return [
    { id: '_leaving', title: 'Steps to leave', blocks: [{ kind: 'items', ordered: true, items }] },
  ];
}
