import { defineStandardRule } from '../rule.ts';

export const sig02 = defineStandardRule({
  id: 'SIG-02',
  title: '',
  statement:
    'A sign-off names gate, date, rule-engine version, rule results digest, Merkle root over documents (with per-audience roots), waivers; the signer is the sponsor; a dry run at -30, the real one at X; root recomputes equal',
  why: '',
  // Source: engagement model sponsor signs; DORA tested
  sources: [],
  appliesTo: ['sign-off'],
  // Gate: -30 / X. Severity: error NW. Trap: one byte changed after signing
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'no',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
