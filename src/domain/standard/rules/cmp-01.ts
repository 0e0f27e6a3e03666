import { defineStandardRule } from '../rule.ts';

export const cmp01 = defineStandardRule({
  id: 'CMP-01',
  title: '',
  statement:
    'Each in-scope control maps to >= 1 evidence item with system, period, collector, collected date, digest, location; uncovered controls are listed',
  why: '',
  // Source: SOC 2 CC2.1; 164.316(b)(1)(ii)
  sources: [],
  appliesTo: ['control', 'evidence'],
  // Gate: -60. Severity: error. Trap: one screenshot for 20 controls
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
