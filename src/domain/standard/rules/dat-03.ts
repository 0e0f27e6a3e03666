import { defineStandardRule } from '../rule.ts';

export const dat03 = defineStandardRule({
  id: 'DAT-03',
  title: '',
  statement:
    'Retention, training use, region, subprocessors per row, with source link and `checked_on` within 90 days; subcontractor chain down to who holds PHI',
  why: '',
  // Source: 164.504(e)(2)(ii)(D); 164.314(a)(2); vendor terms drift
  sources: [],
  appliesTo: ['data-flow', 'vendor'],
  // Gate: -60. Severity: warn -> error@-30. Trap: source link to a blog
  stages: [
    { from: '-60', severity: 'warning' },
    { from: '-30', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
