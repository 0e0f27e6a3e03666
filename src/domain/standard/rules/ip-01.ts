import { defineStandardRule } from '../rule.ts';

export const ip01 = defineStandardRule({
  id: 'IP-01',
  title: '',
  statement:
    'Inventory of repositories, infrastructure accounts, domains, models, prompts, datasets, eval harnesses, dashboards, runbooks, credentials, documents: each with owner of record, location, transfer state and proof; all transferred at X',
  why: '',
  // Source: engagement model MSA clause; SA-4(12); M-25-22
  sources: [],
  appliesTo: ['ip-asset'],
  // Gate: -90 / X. Severity: error NW@X. Trap: repository in vendor org with admin invite only
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
