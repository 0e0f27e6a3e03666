import { defineStandardRule } from '../rule.ts';

export const rbk01 = defineStandardRule({
  id: 'RBK-01',
  title: '',
  statement:
    'Every runbook names trigger (alert ids or symptom phrases), system, severity, user impact, owner, escalation chain by role with a non-IdP route, access needed, time to first action',
  why: '',
  // Source: prom-operator; PagerDuty; A.5.37
  sources: [],
  appliesTo: ['runbook'],
  // Gate: K. Severity: error. Trap: escalation loops to itself
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
