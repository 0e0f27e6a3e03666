import { defineStandardRule } from '../rule.ts';

export const eng05 = defineStandardRule({
  id: 'ENG-05',
  title: '',
  statement:
    'The architecture read answers its seven questions in seven non-trivial sections and stays in every leadership build',
  why: '',
  // Source: engagement model entry point
  sources: [],
  appliesTo: ['architecture-read'],
  // Gate: K. Severity: error. Trap: heading present, body under 40 words
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
