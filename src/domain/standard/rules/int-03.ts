import { defineStandardRule } from '../rule.ts';

export const int03 = defineStandardRule({
  id: 'INT-03',
  title: '',
  statement:
    'Every write path names idempotency key, retry limits, duplicate handling, reconciliation procedure and its runbook',
  why: '',
  // Source: engagement model (idempotency on a scheduling write)
  sources: [],
  appliesTo: ['integration', 'runbook'],
  // Gate: -60. Severity: error. Trap: retry unlimited
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
