import { defineStandardRule } from '../rule.ts';

export const site04 = defineStandardRule({
  id: 'SITE-04',
  title: '',
  statement:
    'Search finds: a committed list of real questions (>= 3 per tier-1 system, in symptom words) has its target in the top 3 for >= 95 %, per audience; typo and acronym variants included',
  why: '',
  // Source: 3 am reader
  sources: [],
  appliesTo: ['engagement'],
  // Gate: -60. Severity: error. Trap: query list copied from titles
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
