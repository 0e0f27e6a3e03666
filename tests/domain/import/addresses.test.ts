import { expect, test } from 'vitest';
import { planAddresses, type Taken, type Unplaced } from '../../../src/domain/import/addresses.ts';

type Short = readonly [path: string, type?: string, more?: Partial<Unplaced>];

function plan(documents: readonly Short[], taken: Partial<Taken> = {}): string[] {
  const all = documents.map(
    ([path, type = 'page', more]): Unplaced => ({
      path,
      type,
      title: null,
      dialect: 'markdown',
      ...more,
    }),
  );
  const paths = planAddresses(all, { paths: [], ...taken });
  const again = planAddresses(all.toReversed(), { paths: [], ...taken });
  expect(again).toEqual(paths);
  return all.map(({ path }) => paths.get(path) ?? '');
}

test.each<[Short, string]>([
  [['alerts/KubePodCrashLooping.md', 'runbook'], 'runbooks/kube-pod-crash-looping.mdx'],
  [['alerts/etcdHTTPServerDown.md', 'runbook'], 'runbooks/etcd-http-server-down.mdx'],
  [['Ops Guide (draft).md'], 'pages/ops-guide-draft.mdx'],
  [['docs/größe & maß.md'], 'pages/grosse-mass.mdx'],
  [['文档/安装.md'], 'pages/wendang/anzhuang.mdx'],
  [['docs/fax/README.md'], 'pages/fax.mdx'],
  [['docs/fax/_index.md'], 'pages/fax.mdx'],
  [['README.md', 'page', { title: 'The clinic' }], 'pages/the-clinic.mdx'],
  [['README.md'], 'pages/readme.mdx'],
  [['docs/index.md', 'page', { title: 'The clinic' }], 'pages/the-clinic.mdx'],
  [['docs/index.md'], 'pages/docs.mdx'],
  [['clinic/README.md', 'page', { title: 'Read me first' }], 'pages/clinic.mdx'],
  [['1003.html', 'page', { dialect: 'confluence', title: 'Home' }], 'pages/home.mdx'],
  [['🙂.md', 'page', { title: '🙂' }], 'pages/slight-smile.mdx'],
  [['Plan 0123456789abcdef0123456789abcdef.md', 'page', { dialect: 'notion' }], 'pages/plan.mdx'],
  [['Plan-B_229473.html', 'page', { dialect: 'confluence' }], 'pages/plan-b.mdx'],
  [['229473.html', 'page', { dialect: 'confluence', title: 'Plan B' }], 'pages/plan-b.mdx'],
  [['docs/02-set-up.md', 'page', { dialect: 'docusaurus' }], 'pages/set-up.mdx'],
  [['index.html', 'page', { title: 'Space' }], 'pages/space.mdx'],
])('%s is placed at %s', (document, expected) => {
  expect(plan([document])).toEqual([expected]);
});

test('two that want one address are told apart by their folders, and both are', () => {
  expect(plan([['a/x/setup.md'], ['b/x/setup.md'], ['c/setup.md'], ['other.md']])).toEqual([
    'pages/a/x/setup.mdx',
    'pages/b/x/setup.mdx',
    'pages/c/setup.mdx',
    'pages/other.mdx',
  ]);
});

test('what no folder tells apart is counted', () => {
  const paths = plan([['a/setup.md'], ['a/Setup.md'], ['a/setup.html']]);
  expect(paths.toSorted()).toEqual([
    'pages/a-setup-2.mdx',
    'pages/a-setup-3.mdx',
    'pages/a-setup-4.mdx',
  ]);
});

test('pages stay in their folders, below what all of them share', () => {
  expect(
    plan([['wiki/Fax Room/Paper.md'], ['wiki/Fax Room/README.md'], ['wiki/lab/x.md', 'runbook']]),
  ).toEqual(['pages/fax-room/paper.mdx', 'pages/fax-room.mdx', 'runbooks/x.mdx']);
  expect(plan([['docs/Fax Room/Paper.md'], ['docs/lab/hl7/setup.md']])).toEqual([
    'pages/fax-room/paper.mdx',
    'pages/lab/hl7/setup.mdx',
  ]);
});

test('an address that is taken is left alone, whatever the ending', () => {
  expect(plan([['ops/setup.md']], { paths: ['pages/setup.mdx'] })).toEqual(['pages/ops/setup.mdx']);
});

test('a document that was imported before stays where it is now', () => {
  const taken = {
    paths: ['runbooks/moved-here.mdx'],
    imported: new Map([['a/setup.md', 'runbooks/moved-here.mdx']]),
  };
  expect(plan([['a/setup.md'], ['b/setup.md']], taken)).toEqual([
    'runbooks/moved-here.mdx',
    'pages/b/setup.mdx',
  ]);
});

test('a place that was asked for is given', () => {
  expect(plan([['a.md', 'page', { wanted: 'pages/first.mdx' }]])).toEqual(['pages/first.mdx']);
});

test.each([
  ['0007-use-a-queue.md', 'adrs/0007-use-a-queue.mdx'],
  ['7-use-a-queue.md', 'adrs/0007-use-a-queue.mdx'],
  ['ADR-012 Use a queue.md', 'adrs/0012-use-a-queue.mdx'],
  ['adr_3.md', 'adrs/0003-decision.mdx'],
  ['20240131-use-a-queue.md', 'adrs/0001-use-a-queue.mdx'],
  ['2024-01-31-use-a-queue.md', 'adrs/0001-use-a-queue.mdx'],
  ['use-a-queue.md', 'adrs/0001-use-a-queue.mdx'],
])('the decision %s is numbered %s', (path, expected) => {
  expect(plan([[path, 'adr']])).toEqual([expected]);
});

test('decisions without a number follow the highest, in the order of their days', () => {
  expect(
    plan([
      ['adr/0004-d.md', 'adr'],
      ['adr/20240201-later.md', 'adr'],
      ['adr/20230201-early.md', 'adr'],
    ]),
  ).toEqual(['adrs/0004-d.mdx', 'adrs/0006-later.mdx', 'adrs/0005-early.mdx']);
});

test('no two decisions have one number', () => {
  expect(
    plan(
      [
        ['a/0001-x.md', 'adr'],
        ['b/0001-y.md', 'adr'],
        ['b/0002-z.md', 'adr'],
      ],
      {
        paths: ['adrs/0002-here-already.mdx'],
      },
    ),
  ).toEqual(['adrs/0001-x.mdx', 'adrs/0003-y.mdx', 'adrs/0004-z.mdx']);
});

test('a long name is cut at a word', () => {
  const [path = ''] = plan([[`${'very-long-words-'.repeat(20)}.md`]]);
  expect(path).toMatch(/^pages\/(?:very-long-words-)+(?:very-)?(?:long-)?words\.mdx$/);
  expect(path.length).toBeLessThan(100);
});
