import { defineStandardRule } from '../rule.ts';

export const dat04 = defineStandardRule({
  id: 'DAT-04',
  title: '',
  statement:
    'At X each vendor-side holder of PHI (including the engagement vendor) has a return-or-destroy record, or a statement of infeasibility with protections',
  why: '',
  // Source: 164.504(e)(2)(ii)(J)
  sources: [],
  appliesTo: ['vendor', 'baa'],
  // Gate: X. Severity: error NW. Trap: record dated before the last transfer
  stages: [{ from: 'X', severity: 'error' }],
  waivable: 'no',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
