import { defineStandardRule } from '../rule.ts';

export const sys01 = defineStandardRule({
  id: 'SYS-01',
  title: '',
  statement:
    'Each system states purpose, criticality tier, data classes, RTO/RPO, environments, repository, deploy and rollback path, health signals, dependencies; sections per template present; "not applicable" carries a reason',
  why: '',
  // Source: SA-5; PRR; arc42; 164.308(a)(7)(ii)(E)
  sources: [],
  appliesTo: ['system'],
  // Gate: -90. Severity: error. Trap: RTO "best effort"
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
