import { defineStandardRule } from '../rule.ts';

export const pm03 = defineStandardRule({
  id: 'PM-03',
  title: '',
  statement:
    'No overdue high action at -30; at X every open action is customer-owned or accepted as risk by the sponsor with expiry',
  why: '',
  // Source: 800-61r3 Improvement; gitlab#7821
  sources: [],
  appliesTo: ['postmortem'],
  // Gate: -30 / X. Severity: error. Trap: due date moved by edit (history shows)
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
