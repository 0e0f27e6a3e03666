import { defineStandardRule } from '../rule.ts';

export const ppl02 = defineStandardRule({
  id: 'PPL-02',
  title: '',
  statement:
    'Each role to hire has a scorecard (outcomes, competencies with observable levels) and a loop (stages, owner, exercise, decision rule) owned by the customer; status tracked',
  why: '',
  // Source: engagement model hiring support
  sources: [],
  appliesTo: ['hiring'],
  // Gate: -90. Severity: error. Trap: interviewer list is vendor-only at -30
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
