import { defineStandardRule } from '../rule.ts';

export const rbk03 = defineStandardRule({
  id: 'RBK-03',
  title: '',
  statement:
    'Mitigation is numbered; each command block has language, place to run, and expected result; placeholders are declared variables',
  why: '',
  // Source: runbooks.help
  sources: [],
  appliesTo: ['runbook'],
  // Gate: -60. Severity: warn. Trap: undeclared `<HOST>`
  stages: [{ from: '-60', severity: 'warning' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
