import { defineStandardRule } from '../rule.ts';

export const cmp02 = defineStandardRule({
  id: 'CMP-02',
  title: '',
  statement:
    "Evidence is within the control's frequency; risk analysis and management plan within 12 months; audit-log review procedure has executed entries; security official named",
  why: '',
  // Source: 164.308(a)(1)(ii)(A),(B),(D), (a)(2)
  sources: [],
  appliesTo: ['evidence', 'control'],
  // Gate: -60. Severity: error. Trap: date typed later than the file's commit
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
