import { defineStandardRule } from '../rule.ts';

export const own03 = defineStandardRule({
  id: 'OWN-03',
  title: '',
  statement:
    'Every critical system has >= 2 customer-side people with proven competence: a passed drill, a led change, or a completed reverse-shadow, dated within 120 days',
  why: '',
  // Source: FAR 52.237-3 (sufficient experienced personnel); 800-34 §3.5
  sources: [],
  appliesTo: ['system', 'drill', 'exit-plan'],
  // Gate: -30. Severity: error. Trap: the same person under two ids
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
