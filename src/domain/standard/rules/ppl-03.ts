import { defineStandardRule } from '../rule.ts';

export const ppl03 = defineStandardRule({
  id: 'PPL-03',
  title: '',
  statement:
    'Each acronym or domain term used in >= 3 documents is in the glossary with a plain definition and owner',
  why: '',
  // Source: arc42 §12
  sources: [],
  appliesTo: ['glossary'],
  // Gate: -60. Severity: warn. Trap: acronym only in diagrams
  stages: [{ from: '-60', severity: 'warning' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
