import { typeNames } from '../../documents/registry.ts';
import { defineStandardRule } from '../rule.ts';

export const adr02 = defineStandardRule({
  id: 'ADR-02',
  title: '',
  statement:
    'Supersede edges (written once, inverse derived) are acyclic; a superseded record has exactly one live head reachable; status agrees with edges; nothing current cites a dead record without also citing its head',
  why: '',
  // Source: Nygard; MADR; adrs#53
  sources: [],
  appliesTo: typeNames,
  // Gate: K. Severity: error. Trap: A->B->C->A; superseded with no successor
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
