import { typeNames } from '../../documents/registry.ts';
import { defineStandardRule } from '../rule.ts';

export const site03 = defineStandardRule({
  id: 'SITE-03',
  title: '',
  statement:
    'Each page shows owner, status, verified-by/on, next review, audience, applicable gate failures; review due by `reviewed_on + review_every_days`; edits after review show "changed since verified"',
  why: '',
  // Source: 164.316(b)(2)(iii); Guru; genblaze#21
  sources: [],
  appliesTo: typeNames,
  // Gate: K. Severity: warn -> error@-30. Trap: future `reviewed_on`; malformed date
  stages: [
    { from: 'K', severity: 'warning' },
    { from: '-30', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
