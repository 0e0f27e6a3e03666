import { defineStandardRule } from '../rule.ts';

export const site06 = defineStandardRule({
  id: 'SITE-06',
  title: '',
  statement:
    'No third-party request at run time (strict CSP), no analytics without a recorded decision; reading needs no JavaScript except search',
  why: '',
  // Source: PHI leakage by trackers; 164.312(e)
  sources: [],
  appliesTo: ['engagement'],
  // Gate: K. Severity: error. Trap: diagram library loaded from a CDN
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
