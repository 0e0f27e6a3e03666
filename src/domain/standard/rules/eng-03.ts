import { defineStandardRule } from '../rule.ts';

export const eng03 = defineStandardRule({
  id: 'ENG-03',
  title: '',
  statement:
    'Charter names executive sponsor, customer exit lead and vendor exit lead; first two are customer-side and active; price for transition and hiring support are stated in a leadership-audience document',
  why: '',
  // Source: engagement model; exit schedule (exit managers)
  sources: [],
  appliesTo: ['engagement-charter'],
  // Gate: K. Severity: error. Trap: sponsor's domain is the vendor's
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
