import { textAt } from '../../../domain/graph/fields.ts';
import { dayOf } from '../words.ts';
import type { Form, FormOf, Notice } from './form.ts';
import { factAt, run, valueAt } from './read.ts';

/** An access record: whether the access still works. */
export const accessRecordForm: FormOf = (input): Form => {
  const removed = textAt(input.entry.data, 'removed_on');
  const by = valueAt(input, 'removed_by');
  const notice: Notice =
    removed === null
      ? { tone: 'attention', title: 'This access still works: no removal is recorded.', text: null }
      : { tone: 'good', title: `Removed on ${dayOf(removed)}`, text: by && run('By ', by) };
  return {
    shown: ['removed_on', 'removed_by', 'proof'],
    notices: [notice],
    lead: [{ kind: 'facts', facts: factAt(input, 'proof', 'Proof of the removal') }],
  };
};
