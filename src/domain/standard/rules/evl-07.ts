import { defineStandardRule } from '../rule.ts';

export const evl07 = defineStandardRule({
  id: 'EVL-07',
  title: '',
  statement:
    'Before exit a customer-side person re-ran it: own commit, own environment, results within stated tolerance; monitoring signal, rollback runbook and retire plan are linked; data and harness are in the IP inventory',
  why: '',
  // Source: engagement model "evaluations … live with the customer"; MANAGE 4.1; GOVERN 1.7; M-25-22
  sources: [],
  appliesTo: ['eval-report', 'ip-asset'],
  // Gate: -30. Severity: error. Trap: same results digest submitted as re-run
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
