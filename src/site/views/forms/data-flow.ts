import { numberAt, textAt } from '../../../domain/graph/fields.ts';
import { ageText, counted, dated } from '../days.ts';
import { nameOf, toneOf } from '../words.ts';
import type { Form, FormOf } from './form.ts';
import { outgoingOf } from './links.ts';
import { fact, factAt, fieldNames, run, valueAt, words } from './read.ts';

const shown = fieldNames(
  'from to payload_class decision enforced_by baa retention_days training_use',
  'region checked_on terms_source surface configuration model_pinned provider',
  'fields_min_necessary purpose subprocessors',
);

/** A data flow: whether it is allowed, for which data, from where to where. */
export const dataFlowForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const decision = textAt(data, 'decision');
  const payload =
    classes[textAt(data, 'payload_class') ?? ''] ?? textAt(data, 'payload_class') ?? 'Data';
  const end = (field: string) =>
    outgoingOf(input, field).map(nameOf)[0] ?? textAt(data, field) ?? 'somewhere';
  const kept = numberAt(data, 'retention_days');
  const checked = textAt(data, 'checked_on');
  const age = checked === null ? null : ageText(checked, input.asOf);
  return {
    shown,
    lead: [
      {
        kind: 'statement',
        mark: decision === null ? null : { text: decision, tone: toneOf(decision) },
        text: `${payload} from ${end('from')} to ${end('to')}.`,
      },
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'from'),
          ...factAt(input, 'to'),
          ...factAt(input, 'purpose', 'What for'),
          ...factAt(input, 'enforced_by'),
          ...fact(
            'Covered by',
            valueAt(input, 'baa') ??
              words(decision === 'blocked' ? 'No agreement' : 'No agreement named'),
          ),
          ...factAt(input, 'surface'),
          ...factAt(input, 'configuration', 'Only with'),
          ...factAt(input, 'model_pinned', 'Model'),
          ...factAt(input, 'provider'),
          ...fact(
            'Kept by the receiver',
            kept === null ? null : words(kept === 0 ? 'Not at all' : counted(kept, 'day')),
          ),
          ...factAt(input, 'training_use', 'Used for training'),
          ...factAt(input, 'region'),
          ...factAt(input, 'subprocessors', 'Passed on to'),
          ...fact(
            'Terms last read',
            checked === null ? null : run(dated(checked, null), age && `, ${age}`),
          ),
          ...factAt(input, 'terms_source', 'Terms'),
          ...factAt(input, 'fields_min_necessary', 'Fields sent'),
        ],
      },
    ],
  };
};

const classes: Readonly<Record<string, string>> = {
  phi: 'PHI',
  limited: 'A limited data set',
  'de-identified': 'De-identified data',
  synthetic: 'Synthetic data',
  none: 'No patient data',
};
