import { typeNames } from '../../documents/registry.ts';
import { defineStandardRule } from '../rule.ts';

export const own02 = defineStandardRule({
  id: 'OWN-02',
  title: '',
  statement:
    'Each system, integration, runbook, control names a customer-side successor at -90 and has a customer-side owner at -30; at X no vendor-side owner, reviewer or escalation contact is left anywhere',
  why: '',
  // Source: engagement model "run the system without the vendor in the room"
  sources: [],
  appliesTo: typeNames,
  // Gate: -90 / -30 / X. Severity: error NW@X. Trap: escalation phone goes to the vendor
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
