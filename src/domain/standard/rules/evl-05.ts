import { defineStandardRule } from '../rule.ts';

export const evl05 = defineStandardRule({
  id: 'EVL-05',
  title: '',
  statement:
    'Compared with the last accepted run on the same dataset version: per-slice change, regressions listed; a new dataset version resets the baseline and says so',
  why: '',
  // Source: promptfoo#1395
  sources: [],
  appliesTo: ['eval-report'],
  // Gate: -60. Severity: error. Trap: slice renamed to drop history
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
