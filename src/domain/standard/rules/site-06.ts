import type { Finding } from '../../checks/rule.ts';
import type { Problem } from '../../problems/problem.ts';
import { none, proofMessages, proofOutcomes } from '../facts/proof-outcomes.ts';
import { defineStandardRule } from '../rule.ts';

export const site06 = defineStandardRule({
  id: 'SITE-06',
  title: 'The handbook asks nobody else',
  statement:
    'A page asks no other host for anything when it is read, counts no readers, and can be read without JavaScript; only search needs it.',
  why: 'A script from somewhere else learns which runbook somebody opens, and when. It also stops the page on the day that the network is the problem.',
  sources: [{ source: 'hipaa-164.312', clause: '(e)' }, { source: 'readers' }],
  appliesTo: ['proof'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Keep pictures and files in the content folder, beside the page that shows them.',
    'Open every page of the build with the network recorded, once with JavaScript off, and record the run as a proof of kind `network` with its report.',
    'Where readers are to be counted, record the decision as an ADR first.',
  ],
  limits: 'That a browser extension or the network of the clinic adds nothing to a page.',
  messages: {
    ...proofMessages,
    remote: {
      message: 'The page would ask another host, or run code: {words}',
      fix: '{fix}',
    },
  },
  examples: {
    ok: {
      path: 'proofs/network-2026-10-01.yaml',
      text: 'tool: Playwright 1.65.1, Chromium 140\n',
    },
    notOk: {
      path: 'proofs/network-2026-10-01.yaml',
      text: 'figures:\n  - name: requests to other hosts\n    value: 1\n  - name: pages that need JavaScript to be read\n    value: 0\n',
    },
  },
  *check(context) {
    yield* context.problems.filter(asksOthers).map(finding);
    yield* proofOutcomes(context, 'network', {
      figures: [none('requests to other hosts'), none('pages that need JavaScript to be read')],
      how: 'Open every page with the network recorded, then with JavaScript off, and record it as a proof of kind `network` with its report.',
    });
  },
});

const finding = ({ path, position, message, fix }: Problem): Finding<'remote'> => ({
  messageId: 'remote',
  path,
  position,
  args: { words: message, fix },
});

/** What `check` finds of pictures and code from elsewhere. */
const asksOthers = ({ ruleId, messageId }: Problem): boolean =>
  (ruleId === 'safe-content' && CODE.has(messageId)) ||
  (ruleId === 'images' && messageId === 'remote');

const CODE: ReadonlySet<string> = new Set([
  'esm',
  'expression',
  'spread',
  'attributeExpression',
  'element',
  'picture',
]);
