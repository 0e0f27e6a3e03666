import { defineStandardRule } from '../rule.ts';

export const evl03 = defineStandardRule({
  id: 'EVL-03',
  title: '',
  statement:
    'Gate thresholds were committed before the run and link to an ADR; loosening needs a new ADR',
  why: '',
  // Source: pre-registration; CC8.1
  sources: [],
  appliesTo: ['eval-report', 'adr'],
  // Gate: K. Severity: error. Trap: commit date forged: compare with parent order, not date
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
