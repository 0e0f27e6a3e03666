import { numberAt, rowsAt, textAt } from '../../../domain/graph/fields.ts';
import type { Call, FormInput } from './form.ts';
import { routeValue } from './phone.ts';
import { itemValue } from './read.ts';

/** Whom a runbook names to be called, in the order of its list. */
export const callsOf = (input: FormInput): Call[] =>
  rowsAt(input.entry.data, 'escalation').map((step) => {
    const minutes = numberAt(step, 'minutes');
    return {
      when: minutes === null ? '' : minutes === 0 ? 'At once' : `After ${minutes} min`,
      role: textAt(step, 'role') ?? '',
      person: itemValue(input, 'escalation', step, 'person'),
      route: routeValue(textAt(step, 'route') ?? ''),
    };
  });
