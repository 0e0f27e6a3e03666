import { defineStandardRule } from '../rule.ts';

export const ip02 = defineStandardRule({
  id: 'IP-02',
  title: '',
  statement:
    'No running system depends on vendor-proprietary or unlicensed parts; every third-party contract shows charges, term, termination, assignment or novation',
  why: '',
  // Source: engagement model "no perpetual licensing"; exit schedule Exit Information
  sources: [],
  appliesTo: ['ip-asset', 'vendor'],
  // Gate: -60. Severity: error. Trap: private package scope of the vendor
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
