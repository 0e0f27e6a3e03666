import { defineStandardRule } from '../rule.ts';

export const rbk04 = defineStandardRule({
  id: 'RBK-04',
  title: '',
  statement:
    'A step marked or detected destructive (drop, delete, force, failover, purge) has a warning, a precondition check and a rollback or "no way back" statement',
  why: '',
  // Source: PRR; runbooks.help
  sources: [],
  appliesTo: ['runbook'],
  // Gate: K. Severity: error. Trap: destructive command in a collapsed block
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
