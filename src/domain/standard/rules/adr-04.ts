import { defineStandardRule } from '../rule.ts';

export const adr04 = defineStandardRule({
  id: 'ADR-04',
  title: '',
  statement:
    'Each accepted record has a customer-side decision-maker or a ratification, and a Confirmation naming the test, check or review that shows it holds',
  why: '',
  // Source: MADR Confirmation; GOVERN 2.1
  sources: [],
  appliesTo: ['adr'],
  // Gate: -60 / X. Severity: warn -> error@X. Trap: Confirmation "code review" with no link
  stages: [
    { from: '-60', severity: 'warning' },
    { from: 'X', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
