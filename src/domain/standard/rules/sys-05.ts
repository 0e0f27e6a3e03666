import { defineStandardRule } from '../rule.ts';

export const sys05 = defineStandardRule({
  id: 'SYS-05',
  title: '',
  statement:
    'Risks and technical debts are listed (or "none known", with who looked and when); an accepted ADR or a code change under the watched paths after the last review makes the page due again',
  why: '',
  // Source: arc42 §11; 164.316(b)(2)(iii); 164.308(a)(8)
  sources: [],
  appliesTo: ['system'],
  // Gate: -60. Severity: warn -> error@-30. Trap: ADR accepted, page stamp bumped, text unchanged (allowed only with a recorded "no change needed" note)
  stages: [
    { from: '-60', severity: 'warning' },
    { from: '-30', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
