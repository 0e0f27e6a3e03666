import type { Form, FormOf } from './form.ts';
import { incomingOf, linkList } from './links.ts';
import { fact, factAt, status, textAt } from './read.ts';

/** An alert: the runbook first, then what makes it ring. */
export const alertForm: FormOf = (input): Form => {
  const expression = textAt(input.entry.data, 'expression');
  const runbooks = incomingOf(input, 'runbook', 'alerts.*');
  return {
    shown: ['systems', 'expression', 'source', 'runbook_url'],
    lead: [
      {
        kind: 'facts',
        facts: [
          ...fact(
            'Open this runbook',
            linkList(runbooks) ?? status({ text: 'No runbook handles it yet', tone: 'bad' }),
          ),
          ...factAt(input, 'systems', 'Watches'),
          ...factAt(input, 'source', 'Configured in'),
          ...factAt(input, 'runbook_url', 'Address that the pager sends'),
        ],
      },
      ...(expression === null
        ? []
        : [
            {
              kind: 'code' as const,
              title: 'Rings when',
              code: { text: expression.trimEnd(), language: '', where: null, command: null },
              more: null,
            },
          ]),
    ],
  };
};
