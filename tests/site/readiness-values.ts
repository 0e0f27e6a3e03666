import type { Corpus, Entry } from '../../src/domain/graph/corpus.ts';
import { at } from '../../src/domain/problems/problem.ts';
import type { RuleStatus } from '../../src/domain/readiness/readiness.ts';
import { type GateName, gateDate, gateNames } from '../../src/domain/standard/gates.ts';
import { standardRules } from '../../src/domain/standard/registry.ts';
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
  ruleId,
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
  })),
  rules: [],
  waivers: [],
  ...changes,
});

const statuses: readonly RuleStatus[] = [
  'pass',
  'pass',
  'fail',
  'pass',
  'cannot-tell',
  'pass',
  'waived',
  'not-due',
  'not-applicable',
];

/** All rules of the standard in every state, found in the documents of a corpus. */
export function everyState(corpus: Corpus): LocatedReadiness {
  const owned = corpus.entries.filter(({ data }) => typeof data['owner'] === 'string');
  const waiver = corpus.entries.find(({ type }) => type.name === 'waiver') as Entry;
  const held = { entry: waiver, rule: 'RBK-06', target: null, until: '2026-12-12', signer: 'x' };
  const rules = standardRules.map((rule, index): State => {
    const status = statuses[index % statuses.length] as RuleStatus;
    const document = (step: number) => owned[(index * 7 + step * 31) % owned.length] as Entry;
    const finding = (step: number, changes: Partial<LocatedFinding>) =>
      findingOf(rule.id, document(step).path, changes);
    const later: GateName = index % 2 === 0 ? '-60' : '-30';
    const counts = { fail: 1 + (index % 5), waived: 1, 'not-due': 2 } as const;
    const steps = [...Array(counts[status as 'fail'] ?? 0).keys()];
    const severity = index % 4 === 0 ? 'warning' : 'error';
    return {
      ...stateOf(rule.id, { status, severity }),
      rule: rule.title === '' ? ruleOf(rule.id, { stages: rule.stages }) : rule,
      findings: steps.map((step) =>
        finding(step, {
          severity,
          ...(status === 'waived' ? { waiver: { ...held, void: null } } : {}),
          ...(status === 'not-due' ? { due: false, from: later } : {}),
          ...(index % 5 === 2 && step === 0
            ? { voided: { ...held, void: 'it expired on 2026-11-01' } }
            : {}),
        }),
      ),
      evidence:
        status === 'pass'
          ? [0, 1, 2, 3, 4].map((step) => ({
              evidence: `${document(step).id} shows what it asks for`,
              path: document(step).path,
              ...(step === 1 ? { commit: 'e75418568d0f2b7c' } : {}),
            }))
          : [],
      doubts:
        status === 'cannot-tell'
          ? [
              {
                cannotTell: `No proof of kind \`secret-scan\` is recorded in proofs/.`,
                from: 'K',
                due: true,
              },
            ]
          : [],
    };
  });
  const waivers = [
    { ...held, void: null },
    { ...held, until: '2026-11-01', void: 'it expired on 2026-11-01' },
  ];
  return { ...readinessValue({ rules, waivers }), gates: withCounts() };
}

const withCounts = (): LocatedReadiness['gates'] =>
  readinessValue().gates.map((gate, index) => ({
    ...gate,
    state: index === 0 ? 'passed' : index === 1 ? 'failed' : 'ahead',
    errors: index * 9,
    warnings: index,
    unknown: index,
  }));
