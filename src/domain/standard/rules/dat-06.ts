import { typeNames } from '../../documents/registry.ts';
import { defineStandardRule } from '../rule.ts';

export const dat06 = defineStandardRule({
  id: 'DAT-06',
  title: '',
  statement:
    'No secrets: key patterns, private keys, connection strings, high-entropy strings in the same places',
  why: '',
  // Source: 164.312(d); SOC 2 CC6
  sources: [],
  appliesTo: typeNames,
  // Gate: K. Severity: error NW. Trap: key split over two lines
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
