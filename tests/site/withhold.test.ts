import { expect, it } from 'vitest';
import { cutFor } from '../../src/domain/audiences/cut.ts';
import { withhold } from '../../src/domain/audiences/withhold.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { openFindings } from '../../src/domain/readiness/parts.ts';
import type { RuleResult } from '../../src/domain/standard/run.ts';
import { trendOfCopy } from '../../src/site/views/readiness/trend.ts';
import { historyOf } from '../../src/workspace/git.ts';
import { corpusOf, entryOf } from '../domain/values.ts';
import { findingOf, readinessValue, stateOf } from './readiness-values.ts';

const memo = entryOf('founder-memo', 'close-north', { audience: ['board'] });
const waiver = entryOf('waiver', 'for-north', { target: 'memos/close-north' });
const corpus = corpusOf(entryOf('runbook', 'a', { audience: ['staff'] }), memo, waiver);
const cut = cutFor(corpus, buildGraph(corpus), { name: 'staff', description: null }, () => null);

const ofNorth = {
  entry: waiver,
  rule: 'RBK-06',
  target: memo.id,
  until: '2031-02-03',
  signer: 'zoe-lind',
  void: null,
};
const shown = findingOf('RBK-06', 'runbooks/a.mdx');
const state = stateOf('RBK-06', {
  findings: [
    shown,
    findingOf('RBK-06', 'runbooks/a.mdx', { message: 'It differs from close-north.' }),
    findingOf('RBK-06', memo.path, { severity: 'warning' }),
    findingOf('RBK-06', memo.path, { waiver: ofNorth }),
  ],
  evidence: [{ evidence: 'drilled in 4 minutes' }, { evidence: 'close-north says so' }],
  doubts: [{ cannotTell: 'close-north is missing.', from: 'K', due: true, path: memo.path }],
});
const result: RuleResult = {
  rule: state.rule as RuleResult['rule'],
  problems: [shown],
  evidence: [{ evidence: 'drilled in 4 minutes' }],
  doubts: [],
};
const made = withhold(readinessValue({ rules: [state], waivers: [ofNorth] }), [result], cut);

it('of the state of the exit only that is said which the copy alone says too', () => {
  expect(JSON.stringify(made)).not.toMatch(/north|2031|zoe/);
  expect(made.rules[0]?.findings[0]).toEqual(shown);
  expect(made.rules[0]?.evidence.map(({ evidence }) => evidence)).toEqual([
    'drilled in 4 minutes',
    '1 piece of evidence concerns documents outside this copy',
  ]);
  expect(made.waivers).toEqual([]);
});

it('what is not said still counts, with its weight and whether it is let pass', () => {
  const weights = (one: typeof state) => openFindings(one).map(({ severity }) => severity);
  expect(weights(made.rules[0] ?? state)).toEqual(weights(state));
  expect(made.rules[0]?.doubts).toHaveLength(1);
  expect(made.rules[0]?.status).toBe(state.status);
});

it('nothing of a commit is told that touched no file of the copy', () => {
  const change = (on: string, ...paths: string[]) => ({
    commit: on,
    on: `${on}T10:00:00Z`,
    author: `By ${on}`,
    paths,
  });
  const commits = [
    change('2026-11-20', memo.path),
    change('2026-11-11', memo.path, 'runbooks/a.mdx'),
    change('2026-11-10', 'runbooks/a.mdx'),
  ];
  const history = historyOf(
    { commits, changes: new Map(), newest: '2026-11-20' },
    new Set(['runbooks/a.mdx']),
  );
  expect(history.newest).toBe('2026-11-11');
  expect([...history.changes]).toEqual([
    ['runbooks/a.mdx', expect.objectContaining({ author: 'By 2026-11-11' })],
  ]);
  const counts = { reached: null, errors: 0, warnings: 0, undecided: 0, untilExit: 0 };
  const points = [
    { week: '2026-W46', on: '2026-11-15', commit: 'b', ...counts },
    { week: '2026-W47', on: '2026-11-20', commit: 'a', ...counts },
  ];
  expect(trendOfCopy({ points, lack: null }, history).points).toEqual([
    { week: '2026-W46', on: '2026-11-11', commit: '2026-11-11', ...counts },
  ]);
});
