import { defineStandardRule } from '../rule.ts';

export const sig03 = defineStandardRule({
  id: 'SIG-03',
  title: '',
  statement:
    'The signature verifies with a key registered for the sponsor before -60 (SSH-signed tag or commit, or minisign file); verification instructions are in the export and need no vendor',
  why: '',
  // Source: integrity, 164.312(c)(1)
  sources: [],
  appliesTo: ['sign-off', 'person'],
  // Gate: X. Severity: error NW. Trap: key added the same day; signed by vendor on behalf
  stages: [{ from: 'X', severity: 'error' }],
  waivable: 'no',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
