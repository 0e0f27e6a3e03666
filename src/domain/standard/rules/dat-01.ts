import { defineStandardRule } from '../rule.ts';

export const dat01 = defineStandardRule({
  id: 'DAT-01',
  title: '',
  statement:
    'The matrix is complete: every (provider, surface, configuration, model) × payload class reachable from a system or integration has exactly one row with a decision allowed / blocked',
  why: '',
  // Source: engagement model "which model provider sees which payload"
  sources: [],
  appliesTo: ['data-flow', 'vendor', 'system'],
  // Gate: -90. Severity: error. Trap: model alias ("latest") instead of a pinned id
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
