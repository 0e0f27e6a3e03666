import { defineStandardRule } from '../rule.ts';

export const evl02 = defineStandardRule({
  id: 'EVL-02',
  title: '',
  statement:
    'The gate decision shown is **computed** from the results and the gate file; a hand-written decision that differs fails the build',
  why: '',
  // Source: engagement model release gate
  sources: [],
  appliesTo: ['eval-report'],
  // Gate: K. Severity: error NW. Trap: threshold edited in the report
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
