import { defineStandardRule } from '../rule.ts';

export const dat02 = defineStandardRule({
  id: 'DAT-02',
  title: '',
  statement:
    'Any row carrying PHI points to a BAA in force on the as-of date whose scope lists that surface and configuration; otherwise the row must be blocked and enforced by a named code path',
  why: '',
  // Source: 164.308(b)(1); 164.314(a); 164.502(e); 164.504(e)
  sources: [],
  appliesTo: ['data-flow', 'baa'],
  // Gate: K. Severity: error NW. Trap: BAA with the cloud, call to the vendor's first-party API
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
