import { defineStandardRule } from '../rule.ts';

export const sys03 = defineStandardRule({
  id: 'SYS-03',
  title: '',
  statement:
    'The graph is closed: every dependency resolves, every system is reachable from a workflow, every integration and data flow joins two known nodes',
  why: '',
  // Source: GitLab maturity L1; CM-8
  sources: [],
  appliesTo: ['system', 'integration', 'data-flow'],
  // Gate: -90. Severity: error. Trap: dependency named in prose only
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
