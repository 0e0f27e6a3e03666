import { defineStandardRule } from '../rule.ts';

export const rbk07 = defineStandardRule({
  id: 'RBK-07',
  title: '',
  statement:
    'Restore and downtime drills state the data set, measured RTO/RPO against targets and date; a failed drill opens an action with owner and a new drill after it closes',
  why: '',
  // Source: 164.308(a)(7)(ii)(B),(C); CP-4; (72 h is *proposed* only)
  sources: [],
  appliesTo: ['drill'],
  // Gate: -30. Severity: error. Trap: "restore" of an empty database
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
