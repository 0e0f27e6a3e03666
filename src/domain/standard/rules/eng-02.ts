import { defineStandardRule } from '../rule.ts';

export const eng02 = defineStandardRule({
  id: 'ENG-02',
  title: '',
  statement:
    "Charter names the vendor's individual, the rotation notice period in days, and the customer's right to interview a replacement",
  why: '',
  // Source: engagement model
  sources: [],
  appliesTo: ['engagement-charter'],
  // Gate: K. Severity: error. Trap: name is a team or "TBD"
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
