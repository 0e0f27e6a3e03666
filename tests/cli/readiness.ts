import type { Entry } from '../../src/domain/graph/corpus.ts';
import { wholeFile } from '../../src/domain/problems/problem.ts';
import type { RuleStatus } from '../../src/domain/readiness/readiness.ts';
import type { Waiver } from '../../src/domain/readiness/waivers.ts';
import { standardRules } from '../../src/domain/standard/registry.ts';
import type { StandardRule } from '../../src/domain/standard/rule.ts';
import type { LocatedFinding, LocatedReadiness } from '../../src/workspace/judge.ts';

const rule = (id: string, title: string): StandardRule => {
  const found = standardRules.find((one) => one.id === id);
  if (!found) throw new Error(`There is no rule ${id}`);
  return { ...found, title };
};

const waiver = (reason: string | null): Waiver => ({
  entry: { id: 'waivers/drill', path: 'waivers/drill.yaml' } as Entry,
  rule: 'RBK-06',
  target: 'runbooks/b',
  until: '2026-12-31',
  signer: 'ada-reyes',
  void: reason,
});

const finding = (more: Partial<LocatedFinding>): LocatedFinding => ({
  ruleId: 'RBK-06',
  messageId: 'none',
  severity: 'error',
  path: 'runbooks/a.mdx',
  position: wholeFile,
  line: 2,
  column: 8,
  message: 'Nobody has drilled it.',
  fix: 'Have it drilled.',
  from: '-60',
  due: true,
  waiver: null,
  voided: null,
  ...more,
});

const statuses = new Map<string, RuleStatus>();
const state = { evidence: [], findings: [], doubts: [] };

/** A readiness with one of each thing that it can say. */
export const readiness: LocatedReadiness = {
  asOf: '2026-12-01',
  exitOn: '2027-01-30',
  reached: '-60',
  gates: [
    { id: 'K', date: '2026-04-13', state: 'passed', errors: 0, warnings: 1, unknown: 0, statuses },
    {
      id: '-90',
      date: '2026-11-01',
      state: 'cannot-tell',
      errors: 0,
      warnings: 0,
      unknown: 1,
      statuses,
    },
    {
      id: '-60',
      date: '2026-12-01',
      state: 'failed',
      errors: 2,
      warnings: 1,
      unknown: 1,
      statuses,
    },
    { id: '-30', date: '2026-12-31', state: 'ahead', errors: 3, warnings: 0, unknown: 1, statuses },
    { id: 'X', date: null, state: 'ahead', errors: 0, warnings: 0, unknown: 0, statuses },
  ],
  rules: [
    {
      ...state,
      rule: rule('OWN-01', 'Owners are there'),
      status: 'pass',
      severity: 'error',
      evidence: [
        { evidence: 'owned by Ada | Reyes', path: 'systems/a.mdx', commit: '0123456789abcdef' },
        { evidence: 'two' },
        { evidence: 'three' },
        { evidence: 'four' },
      ],
    },
    {
      ...state,
      rule: rule('RBK-06', 'Runbooks are drilled'),
      status: 'fail',
      severity: 'error',
      findings: [
        finding({ severity: 'warning', message: 'A `*` stands here.' }),
        finding({ path: 'runbooks/b.mdx', waiver: waiver(null) }),
        finding({ path: 'runbooks/c.mdx', voided: waiver('it expired on 2026-11-30') }),
        finding({ path: 'runbooks/d.mdx', due: false, from: '-30' }),
      ],
    },
    {
      ...state,
      rule: rule('ADR-03', 'Decisions do not change'),
      status: 'cannot-tell',
      severity: 'error',
      doubts: [
        { cannotTell: 'The git history is cut off.', from: 'K', due: true },
        { cannotTell: 'Later.', from: 'X', due: false },
      ],
    },
  ],
  waivers: [],
};
