import { defineStandardRule } from '../rule.ts';

export const evl04 = defineStandardRule({
  id: 'EVL-04',
  title: '',
  statement:
    'Pass means the one-sided 95 % bound meets the threshold, with n stated; safety-critical slices have zero-tolerance rules and minimum n; missing slice = fail',
  why: '',
  // Source: CHAI metric goal and interpretation
  sources: [],
  appliesTo: ['eval-report'],
  // Gate: K. Severity: error. Trap: 19/20 = 95 % "passes" 95 %
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
