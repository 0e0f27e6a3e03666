import { defineStandardRule } from '../rule.ts';

export const pm02 = defineStandardRule({
  id: 'PM-02',
  title: '',
  statement:
    'Actions have owner, due date, kind (prevent, detect, mitigate, process), tracker link, state; at least one addresses detection or recurrence',
  why: '',
  // Source: SRE; PagerDuty
  sources: [],
  appliesTo: ['postmortem'],
  // Gate: K. Severity: error. Trap: action "be careful"
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
