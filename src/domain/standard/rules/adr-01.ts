import { defineStandardRule } from '../rule.ts';

export const adr01 = defineStandardRule({
  id: 'ADR-01',
  title: '',
  statement:
    'MADR 4 fields and sections; unique id equal to the file name; >= 2 considered options; a one-line summary; links to the systems it binds',
  why: '',
  // Source: MADR; kuma#17996
  sources: [],
  appliesTo: ['adr'],
  // Gate: K. Severity: error. Trap: duplicate number on two branches
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
