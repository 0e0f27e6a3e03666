import { numberAt, rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { lengthOfTime, minutesBetween } from '../days.ts';
import type { Mark } from '../words.ts';
import type { Figure, Form, FormInput, FormOf, Section } from './form.ts';
import { fact, factAt, fieldNames, status, valueAt } from './read.ts';
import { closedTable, openTable } from './tasks.ts';

const shown = fieldNames(
  'incident_id started_at detected_at mitigated_at resolved_at phi_involved',
  'phi_decision_ref impact actions runbooks_used systems',
);

/** A postmortem: how long it took, whom it hurt, and what is still to be done about it. */
export const postmortemForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const phi = textAt(data, 'phi_involved');
  return {
    shown,
    lead: [
      { kind: 'figures', title: 'From the first user hit', figures: durations(input) },
      { kind: 'figures', title: 'Impact', figures: impact(input) },
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'started_at', 'Began'),
          ...factAt(input, 'systems', 'Systems hit'),
          ...fact('PHI involved', phi === null ? null : status(phiMark(phi))),
          ...factAt(input, 'phi_decision_ref', 'PHI decision in'),
          ...factAt(input, 'runbooks_used'),
          ...factAt(input, 'incident_id', 'Incident record'),
        ],
      },
    ],
    sections: actions(input),
  };
};

const phiMark = (phi: string): Mark =>
  phi === 'yes'
    ? { text: 'Yes', tone: 'bad' }
    : phi === 'no'
      ? { text: 'No', tone: 'good' }
      : { text: 'Not known yet', tone: 'attention' };

const phases = [
  ['detected_at', 'to detect'],
  ['mitigated_at', 'until users could work'],
  ['resolved_at', 'until all was repaired'],
] as const;

function durations(input: FormInput): Figure[] {
  const { data } = input.entry;
  const started = textAt(data, 'started_at');
  return phases.flatMap(([field, label]) => {
    const minutes = minutesBetween(started, textAt(data, field));
    const moment = valueAt(input, field);
    if (minutes === null) return [];
    const note = moment !== null && 'text' in moment ? moment.text : null;
    return [{ value: lengthOfTime(minutes), label, mark: null, note }];
  });
}

const impact = ({ entry }: FormInput): Figure[] =>
  rowsAt(entry.data, 'impact').map((row) => {
    const value = numberAt(row, 'value');
    const unit = textAt(row, 'unit');
    const source = textAt(row, 'source');
    const measure = textAt(row, 'measure') ?? '';
    // "44 visits, visits that differed": the measure may name its unit already.
    const named = unit !== null && measure.toLowerCase().startsWith(unit.toLowerCase());
    return {
      value: [value === null ? '' : String(value), named ? null : unit].filter(Boolean).join(' '),
      label: measure,
      mark: null,
      note: source === null ? null : `Source: ${source}`,
    };
  });

function actions(input: FormInput): Section[] {
  const all = rowsAt(input.entry.data, 'actions');
  if (all.length === 0) return [];
  const isOpen = (action: Readonly<Record<string, unknown>>) =>
    (textAt(action, 'state') ?? 'open') === 'open';
  const open = all.filter(isOpen);
  const names = { list: 'actions', what: 'title', open: 'Open actions', closed: 'done or decided' };
  const folded = closedTable(
    input,
    all.filter((action) => !isOpen(action)),
    names,
  );
  const title =
    open.length === 0
      ? 'No open actions'
      : `${open.length} open ${open.length === 1 ? 'action' : 'actions'}`;
  return [{ id: '_actions', title, blocks: [openTable(input, open, names, folded)] }];
}
