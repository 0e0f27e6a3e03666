import { defineStandardRule } from '../rule.ts';

export const int01 = defineStandardRule({
  id: 'INT-01',
  title: '',
  statement:
    'Each names counterparty product and tenant, interface kind, direction, payloads (resources, message types, columns), auth flow, sandbox and production references, limits, schedule, and dated quirks (or "none seen", by whom); fields required depend on kind: fhir-r4 (scopes, launch or backend, JWK set custody, US Core version), hl7v2 (segments used, MLLP/VPN, ACK mode, interface engine channel), csv-drop (schema, cadence, checksum, late-file rule), proprietary',
  why: '',
  // Source: engagement model; vendor docs
  sources: [],
  appliesTo: ['integration'],
  // Gate: -90. Severity: error. Trap: kind `fhir-r4` with HL7 trigger events
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
