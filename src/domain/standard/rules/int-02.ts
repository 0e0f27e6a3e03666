import { defineStandardRule } from '../rule.ts';

export const int02 = defineStandardRule({
  id: 'INT-02',
  title: '',
  statement:
    'App registrations, credentials, certificates and VPN peers belong to the customer, each with rotation date and secret-store reference (never a value)',
  why: '',
  // Source: IP transfer, engagement model; ISO A.5.11
  sources: [],
  appliesTo: ['integration', 'vendor'],
  // Gate: -30. Severity: error NW@X. Trap: registration email at vendor domain
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
