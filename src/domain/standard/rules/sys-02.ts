import { defineStandardRule } from '../rule.ts';

export const sys02 = defineStandardRule({
  id: 'SYS-02',
  title: '',
  statement:
    'Tier 1–2 systems have runbooks for deploy, rollback, restore, dependency outage, access loss; PHI systems also for emergency access and downtime operation',
  why: '',
  // Source: 164.308(a)(7)(ii)(A)–(C); 164.312(a)(2)(ii); ISO A.5.37
  sources: [],
  appliesTo: ['system', 'runbook'],
  // Gate: -60. Severity: error. Trap: one runbook tagged for all five with no matching section
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
