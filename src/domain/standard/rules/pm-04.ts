import { defineStandardRule } from '../rule.ts';

export const pm04 = defineStandardRule({
  id: 'PM-04',
  title: '',
  statement:
    'PHI involvement is answered yes/no/unknown; yes or unknown needs a linked risk assessment and decision by the privacy or security official; the runbook used or newly written is linked; people appear by role',
  why: '',
  // Source: 164.308(a)(6)(ii); blameless practice
  sources: [],
  appliesTo: ['postmortem'],
  // Gate: K. Severity: error (names: warn). Trap: "unknown" older than 10 days
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
