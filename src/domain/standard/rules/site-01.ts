import { typeNames } from '../../documents/registry.ts';
import { defineStandardRule } from '../rule.ts';

export const site01 = defineStandardRule({
  id: 'SITE-01',
  title: '',
  statement:
    'Every internal link, anchor, image, download resolves in **each** audience build; external links are listed with last-checked date (no network at build)',
  why: '',
  // Source: SA-5; MoJ#2200
  sources: [],
  appliesTo: typeNames,
  // Gate: K. Severity: error. Trap: link valid only in the wider audience
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
