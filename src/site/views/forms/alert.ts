import type { Entry } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { callsOf } from './calls.ts';
import type { Block, Form, FormInput, FormOf } from './form.ts';
import { incomingOf, linkList } from './links.ts';
import { fact, factAt, status } from './read.ts';

/** Rungs of the escalation that are shown beside an alert; the rest stands in the runbook. */
const RUNGS = 2;

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
      ...firstCalls(input, runbooks),
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

/** Whom to call before the runbook is open, by the first runbook in use that names somebody. */
function firstCalls(input: FormInput, runbooks: readonly Entry[]): Block[] {
  const [calls] = runbooks
    .filter(({ data }) => data['status'] !== 'retired')
    .map((entry) => callsOf({ ...input, entry }).slice(0, RUNGS))
    .filter(({ length }) => length > 0);
  return calls === undefined ? [] : [{ kind: 'calls', title: 'Who to call first', calls }];
}
