import { at } from '../../src/domain/problems/problem.ts';
import { gateDate, gateNames } from '../../src/domain/standard/gates.ts';
import type { StandardRule } from '../../src/domain/standard/rule.ts';
import type { LocatedFinding, LocatedReadiness } from '../../src/workspace/judge.ts';

type State = LocatedReadiness['rules'][number];

/** A rule with words of its own, whatever the standard says. */
export const ruleOf = (id: string, changes: Partial<StandardRule> = {}): StandardRule => ({
  id,
  title: `What ${id} asks for is there`,
  statement: `Every document has what ${id} asks for.`,
  why: 'Somebody stands there at night and does not know what to do.',
  sources: [{ source: 'engagement' }, { source: 'hipaa-nprm', clause: '(a)(7)' }],
  appliesTo: ['runbook'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: ['Write `field:` with what holds.', 'Have it reviewed.'],
  limits: `Nothing in ${id} shows that somebody understood it.`,
  messages: { missing: { message: 'It has no {what}.', fix: 'Write: {what}: VALUE' } },
  examples: {
    ok: { path: 'runbooks/a.mdx', text: 'field: yes\n' },
    notOk: { path: 'runbooks/a.mdx', text: 'field: null\n' },
  },
  check: function* none() {},
  ...changes,
});

/** A finding of a rule at a document, due unless said otherwise. */
export const findingOf = (
  ruleId: string,
  path: string,
  changes: Partial<LocatedFinding> = {},
): LocatedFinding => ({
  ruleId: ruleId as LocatedFinding['ruleId'],
  messageId: 'missing',
  severity: 'error',
  path,
  position: at({ line: 3, column: 1 }),
  line: 3,
  column: 1,
  message: 'It states no `target_minutes`.',
  fix: 'Write: target_minutes: the minutes in which a trained person restores service.',
  from: 'K',
  due: true,
  waiver: null,
  voided: null,
  ...changes,
});

/** A rule as it stands. */
export const stateOf = (id: string, changes: Partial<State> = {}): State => ({
  rule: ruleOf(id),
  status: 'pass',
  severity: 'error',
  evidence: [],
  findings: [],
  doubts: [],
  ...changes,
});

/** A readiness on a day; gates are as given, else all are met. */
export const readinessValue = (changes: Partial<LocatedReadiness> = {}): LocatedReadiness => ({
  asOf: '2026-11-20',
  exitOn: '2027-01-30',
  reached: '-90',
  gates: gateNames.map((id) => ({
    id,
    date: gateDate(id, { kickoffOn: '2026-04-13', exitOn: '2027-01-30' }),
    state: id === 'K' || id === '-90' ? 'passed' : 'ahead',
    errors: 0,
    warnings: 0,
    unknown: 0,
    statuses: new Map(),
  })),
  rules: [],
  waivers: [],
  ...changes,
});
