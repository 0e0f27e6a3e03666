import { typeNames } from '../../documents/registry.ts';
import { defineStandardRule } from '../rule.ts';

export const cmp05 = defineStandardRule({
  id: 'CMP-05',
  title: '',
  statement:
    'Each change to a controlled document reached main through a reviewed change by someone other than the author; anything tagged PHI or billing by the reviewer of record',
  why: '',
  // Source: CC8.1; engagement model
  sources: [],
  appliesTo: typeNames,
  // Gate: K. Severity: warn -> error@-60. Trap: self-merge with a bot account
  stages: [
    { from: 'K', severity: 'warning' },
    { from: '-60', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
