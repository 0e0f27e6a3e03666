import { typeNames } from '../../documents/registry.ts';
import { defineStandardRule } from '../rule.ts';

export const site02 = defineStandardRule({
  id: 'SITE-02',
  title: '',
  statement:
    'WCAG 2.2 AA: no automated violation on any page, both themes, 320 px and 200 % zoom; diagrams have text equivalents; keyboard walkthrough recorded per template',
  why: '',
  // Source: 45 CFR Part 84 (2.1 AA, dates below); Section 508
  sources: [],
  appliesTo: typeNames,
  // Gate: K auto; -60 manual. Severity: error. Trap: empty alt on a meaningful diagram
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
