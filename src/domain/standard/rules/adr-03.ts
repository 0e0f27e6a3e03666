import { defineStandardRule } from '../rule.ts';

export const adr03 = defineStandardRule({
  id: 'ADR-03',
  title: '',
  statement:
    "An accepted record's decision text does not change: hash at acceptance commit = hash now, save status, links, typo-labelled edits",
  why: '',
  // Source: Nygard / log4brains immutability
  sources: [],
  appliesTo: ['adr'],
  // Gate: K. Severity: error. Trap: force-pushed history; rename used to reset
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
