import { defineStandardRule } from '../rule.ts';

export const ppl01 = defineStandardRule({
  id: 'PPL-01',
  title: '',
  statement:
    "Each role in the charter's team plan has an onboarding path: ordered steps that resolve and are readable by that role, time per step, first-change task, covering every tier-1 system the role touches; a customer-side person completed it and left feedback by -30",
  why: '',
  // Source: ITIL knowledge transfer; FAR training programme
  sources: [],
  appliesTo: ['onboarding-path'],
  // Gate: -60 / -30. Severity: error. Trap: path with one link to the home page
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
