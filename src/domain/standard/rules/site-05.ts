import { defineStandardRule } from '../rule.ts';

export const site05 = defineStandardRule({
  id: 'SITE-05',
  title: '',
  statement:
    'The retained export: one archive, manifest with SHA-256 per file, opens from `file://` in a current browser **with working search and no network request**, includes MDX source, data, rule report, print edition, verification steps; storage place, second copy and custodian recorded; restored once by the customer',
  why: '',
  // Source: 164.316(b)(2)(i); engagement model "lives with the customer"; readers: a copy one can keep
  sources: [],
  appliesTo: ['engagement'],
  // Gate: -30 / X. Severity: error NW@X. Trap: search works only behind a server; fonts from a CDN
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
