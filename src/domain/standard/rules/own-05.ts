import { defineStandardRule } from '../rule.ts';

export const own05 = defineStandardRule({
  id: 'OWN-05',
  title: '',
  statement:
    'Vendor access is gone: each account, key, token, app registration and CODEOWNERS entry tied to a vendor-side person has a removal record; on-call schedule has no vendor from -30',
  why: '',
  // Source: 164.308(a)(3)(ii)(C); ISO A.5.11
  sources: [],
  appliesTo: ['access-record', 'system'],
  // Gate: -30 / X. Severity: error NW@X. Trap: CODEOWNERS wildcard still vendor
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
