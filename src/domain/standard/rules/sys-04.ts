import { defineStandardRule } from '../rule.ts';

export const sys04 = defineStandardRule({
  id: 'SYS-04',
  title: '',
  statement:
    'Systems holding PHI name audit-log location and retention, key custody, row-level access rule, and PHI boundary in the schema (tables/fields or document link)',
  why: '',
  // Source: engagement model; 164.312(a),(b),(c)
  sources: [],
  appliesTo: ['system'],
  // Gate: -90. Severity: error. Trap: key custodian is the vendor
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
