import { defineStandardRule } from '../rule.ts';

export const evl01 = defineStandardRule({
  id: 'EVL-01',
  title: '',
  statement:
    'The report binds to data: results file digest, dataset id + version + digest + provenance class, pinned model id and parameters, prompt and tool versions, code commit, run date, n per slice',
  why: '',
  // Source: HTI-1/CHAI; promptfoo#10323
  sources: [],
  appliesTo: ['eval-report'],
  // Gate: K. Severity: error. Trap: results file changed after the report
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
