import { defineStandardRule } from '../rule.ts';

export const ip03 = defineStandardRule({
  id: 'IP-03',
  title: '',
  statement:
    "From a clean checkout, on the customer's CI, without vendor network, registry or token, the handbook builds and all rules run; the proof run is recorded",
  why: '',
  // Source: engagement model "no second engagement required"
  sources: [],
  appliesTo: ['engagement'],
  // Gate: -30. Severity: error NW@X. Trap: lockfile points to a vendor registry
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
