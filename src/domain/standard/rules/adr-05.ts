import { defineStandardRule } from '../rule.ts';

export const adr05 = defineStandardRule({
  id: 'ADR-05',
  title: '',
  statement:
    'No record stays proposed over 30 days, none at X; each load-bearing choice named in the architecture read, each integration kind, each model and vendor selection has an ADR',
  why: '',
  // Source: engagement model "defend an architecture decision"
  sources: [],
  appliesTo: ['adr', 'architecture-read'],
  // Gate: -60 / X. Severity: warn -> error@X. Trap: status flipped to rejected on the last day without text
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
