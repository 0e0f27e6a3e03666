import { defineStandardRule } from '../rule.ts';

export const int04 = defineStandardRule({
  id: 'INT-04',
  title: '',
  statement:
    'Each has a failure runbook, a counterparty support route owned by the customer, and a tested "counterparty down" mode',
  why: '',
  // Source: 164.308(a)(7)(ii)(C); AI RMF GOVERN 6.2
  sources: [],
  appliesTo: ['integration', 'runbook', 'drill'],
  // Gate: -60 / drill -30. Severity: error. Trap: drill on sandbox only without saying so
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
