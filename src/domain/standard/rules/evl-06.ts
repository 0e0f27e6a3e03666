import { defineStandardRule } from '../rule.ts';

export const evl06 = defineStandardRule({
  id: 'EVL-06',
  title: '',
  statement:
    'All nine transparency categories are answered or "unknown" with owner; subgroup results or the reason none; clinical use names medical director approval, known risks, out-of-scope use',
  why: '',
  // Source: 170.315(b)(11)(iv) (repeal proposed); CHAI; JC elements 4, 6
  sources: [],
  appliesTo: ['eval-report'],
  // Gate: -60. Severity: error. Trap: approval by an engineer
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
