import { defineStandardRule } from '../rule.ts';

export const mem01 = defineStandardRule({
  id: 'MEM-01',
  title: '',
  statement:
    'A memo states decision asked, recommendation, options with cost and reversibility, what the code says (links to commits, ADRs, evals), needed-by date; the outcome is recorded within 30 days',
  why: '',
  // Source: engagement model "strategy without code context becomes abstract"
  sources: [],
  appliesTo: ['founder-memo'],
  // Gate: K. Severity: warn -> error@X. Trap: outcome "discussed"
  stages: [
    { from: 'K', severity: 'warning' },
    { from: 'X', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
