import { typeNames } from '../../documents/registry.ts';
import { defineStandardRule } from '../rule.ts';

export const cmp03 = defineStandardRule({
  id: 'CMP-03',
  title: '',
  statement:
    'Retention: `retain_until` >= max(created, last effective) + 6 years is computed; no retained document leaves the tree without a tombstone pointing to the archived copy and digest',
  why: '',
  // Source: 164.316(b)(2)(i)
  sources: [],
  appliesTo: typeNames,
  // Gate: K. Severity: error NW. Trap: file deleted and re-added under another name
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
