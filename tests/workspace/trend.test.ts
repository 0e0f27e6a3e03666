import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTrend } from '../../src/workspace/trend.ts';

let folder: string;
const repository = () => join(folder, 'repository');
const cache = () => join(folder, 'cache');
const points = (root = join(repository(), 'content')) =>
  readTrend(root, '2026-11-20', cache()).points.map(({ week, on, errors, reached }) =>
    [week, on, errors, reached].join(' '),
  );

const git = (cwd: string, args: readonly string[], env = {}) =>
  execFileSync('git', args, { cwd, env: { ...process.env, ...env }, stdio: 'ignore' });

function commit(on: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(repository(), path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const date = `${on}T12:00:00Z`;
  git(repository(), ['add', '-A']);
  const who = [
    '-c',
    'user.name=Ann',
    '-c',
    'user.email=ann@a.example',
    '-c',
    'commit.gpgsign=false',
  ];
  const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  git(repository(), [...who, 'commit', '-qm', 'Write'], env);
}

const term = (owner: string) =>
  `---\ntitle: Outbox\nowner: ${owner}\nstatus: current\n---\n\nA table of what is to be sent.\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbook trend-'));
  mkdirSync(repository());
  git(repository(), ['init', '-q']);
  commit('2026-10-20', {
    'content/engagement.yaml': 'kickoff_on: 2026-04-13\nexit_on: 2027-01-30\nas_of: 2026-11-20\n',
    'content/people/ann.yaml': 'name: Ann\nemail: ann@a.example\nside: customer\n',
    'content/glossary/outbox.mdx': term('nobody'),
  });
  commit('2026-11-02', { 'content/glossary/outbox.mdx': term('ann') });
  commit('2026-11-06', { 'content/glossary/inbox.mdx': term('nobody') });
  commit('2026-11-12', { 'README.md': 'Nothing of the content.\n' });
  commit('2026-11-17', { 'content/glossary/inbox.mdx': term('ann') });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('judges the last commit of each earlier week that touched the content, as of its day', () => {
  const [first, second, ...more] = points();
  expect(first).toMatch(/^2026-W43 2026-10-20 \d+ K$/);
  expect(second).toMatch(/^2026-W45 2026-11-06 \d+ -90$/);
  expect(more).toEqual([]);
});

it('reads nothing twice while the rules are the same', () => {
  points();
  const file = join(cache(), 'trend.json');
  const saved = readFileSync(file, 'utf8');
  writeFileSync(file, saved.replaceAll(/"errors":\d+/g, '"errors":77'));
  expect(points()).toEqual(['2026-W43 2026-10-20 77 K', '2026-W45 2026-11-06 77 -90']);
  writeFileSync(file, saved.replace(/"rules":"\w+"/, '"rules":"other"').replaceAll('77', '78'));
  expect(points().join()).not.toContain(' 78 ');
  writeFileSync(file, 'no JSON');
  expect(points()).toHaveLength(2);
});

it('says why there is nothing to compare with', () => {
  const plain = join(folder, 'plain');
  cpSync(join(repository(), 'content'), plain, { recursive: true });
  expect(readTrend(plain, '2026-11-20', cache())).toEqual({ points: [], lack: 'no-history' });
  const shallow = join(folder, 'shallow');
  git(folder, ['clone', '-q', '--depth', '1', `file://${repository()}`, shallow]);
  expect(readTrend(join(shallow, 'content'), '2026-11-20', cache())).toEqual({
    points: [],
    lack: 'shallow',
  });
  expect(readTrend(join(repository(), 'content'), '2026-10-20', cache())).toEqual({
    points: [],
    lack: null,
  });
});
