import { defineStandardRule } from '../rule.ts';

export const sig01 = defineStandardRule({
  id: 'SIG-01',
  title: '',
  statement: 'Each document is accepted by its receiving owner on the current hash',
  why: '',
  // Source: ITIL exit criteria; exit schedule
  sources: [],
  appliesTo: ['acceptance'],
  // Gate: -30. Severity: error. Trap: acceptance of an older hash
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
