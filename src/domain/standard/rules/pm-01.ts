import { defineStandardRule } from '../rule.ts';

export const pm01 = defineStandardRule({
  id: 'PM-01',
  title: '',
  statement:
    'Each sev 1–2 incident in the incident register has a postmortem within 5 business days, with SRE fields, a UTC timeline in order, quantified impact, and time to detect, mitigate, resolve computed from it',
  why: '',
  // Source: PagerDuty; SRE; 164.308(a)(6)(ii); CC7.4–7.5
  sources: [],
  appliesTo: ['postmortem', 'incident'],
  // Gate: K. Severity: error. Trap: stated durations differ from the timeline
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [],
  limits: null,
  messages: {},
  examples: { ok: { path: '', text: '' }, notOk: { path: '', text: '' } },
  *check() {},
});
