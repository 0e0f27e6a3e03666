import { defineStandardRule } from '../rule.ts';

export const rbk02 = defineStandardRule({
  id: 'RBK-02',
  title: '',
  statement:
    'Sections in order: Meaning, Impact, Access, Diagnosis, Mitigation, Verify, Rollback, Escalate, After',
  why: '',
  // Source: prom-operator; runbooks.help
  sources: [],
  appliesTo: ['runbook'],
  // Gate: K. Severity: error. Trap: section empty or "TBD"
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
