import { typeNames } from '../../documents/registry.ts';
import { defineStandardRule } from '../rule.ts';

export const cmp04 = defineStandardRule({
  id: 'CMP-04',
  title: '',
  statement:
    'Each document is readable by the groups of its owner, successor, on-call and reviewers',
  why: '',
  // Source: 164.316(b)(2)(ii)
  sources: [],
  appliesTo: typeNames,
  // Gate: K. Severity: error. Trap: runbook leadership-only
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
