import { defineStandardRule } from '../rule.ts';

export const eng04 = defineStandardRule({
  id: 'ENG-04',
  title: '',
  statement:
    "One weekly summary per ISO week, signed by the sponsor within 7 days, citing >= 1 metric from the operator's metric list with value, source and previous value, and linking that week's ADRs, evals, postmortems",
  why: '',
  // Source: engagement model "the weekly summary the customer's executive sponsor signs"; engagement model metric
  sources: [],
  appliesTo: ['weekly-summary'],
  // Gate: K. Severity: warn -> error@-30. Trap: a week filed after the fact with one copied metric
  stages: [
    { from: 'K', severity: 'warning' },
    { from: '-30', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
