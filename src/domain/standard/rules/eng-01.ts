import { defineStandardRule } from '../rule.ts';

export const eng01 = defineStandardRule({
  id: 'ENG-01',
  title: '',
  statement:
    'Exactly one charter; it names MSA and SOW references, quarter, kickoff and exit dates; an exit-plan outline exists at kickoff, is complete within 90 days of kickoff, and is re-reviewed each quarter',
  why: '',
  // Source: engagement model "written into the engagement at the start"; exit schedule (3 months, yearly review)
  sources: [],
  appliesTo: ['engagement-charter', 'exit-plan'],
  // Gate: K. Severity: error NW. Trap: exit date moved without an ADR or amendment record
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
