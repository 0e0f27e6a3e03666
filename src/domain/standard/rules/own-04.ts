import { defineStandardRule } from '../rule.ts';

export const own04 = defineStandardRule({
  id: 'OWN-04',
  title: '',
  statement:
    'The exit plan lists every system with a training step and a dated transfer of responsibility: observed, reverse-shadowed, led',
  why: '',
  // Source: FAR 52.237-3 (training programme, date per division of work)
  sources: [],
  appliesTo: ['exit-plan'],
  // Gate: -90 plan; -30 done. Severity: error. Trap: system added after the plan
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
