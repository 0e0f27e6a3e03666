import { defineStandardRule } from '../rule.ts';

export const rbk05 = defineStandardRule({
  id: 'RBK-05',
  title: '',
  statement:
    'Alerts file and runbooks map both ways; the absolute runbook URL in each alert exists in the build of the on-call audience',
  why: '',
  // Source: readers: runbook links must never 404 when the pager rings
  sources: [],
  appliesTo: ['runbook', 'alert'],
  // Gate: -60. Severity: error. Trap: anchor renamed; page exists only in another audience
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
