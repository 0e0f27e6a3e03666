import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCorpus } from '../../src/domain/checks/run.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { handbook, quietGit, temporary } from './run.ts';

const filesOf = (cwd: string): Record<string, string> =>
  Object.fromEntries(
    globSync('content/**/*.{mdx,yaml,json,txt}', { cwd })
      .sort()
      .map((path) => [path, readFileSync(join(cwd, path), 'latin1')]),
  );

function git(cwd: string, ...args: string[]) {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@clinic.example'];
  execFileSync('git', ['-C', cwd, ...who, ...args], { env: quietGit, stdio: 'ignore' });
}

function edit(cwd: string, path: string, change: (text: string) => string) {
  const file = join(cwd, 'content', path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** A folder in git, in which a runbook links to the page that will move. */
function committed(): string {
  const cwd = temporary('small');
  edit(cwd, 'runbooks/fax-queue-stalled.mdx', (text) =>
    text.replace('## Impact', 'See [it](../systems/fax-gateway.mdx#context).\n\n## Impact'),
  );
  git(cwd, 'init', '-q');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-qm', 'first');
  return cwd;
}

const move = (cwd: string) => {
  mkdirSync(join(cwd, 'content/systems/edge'));
  renameSync(
    join(cwd, 'content/systems/fax-gateway.mdx'),
    join(cwd, 'content/systems/edge/fax-bridge.mdx'),
  );
};

test.each([
  ['left to git to find out', () => {}],
  ['staged', (cwd: string) => git(cwd, 'add', '-A')],
  [
    'committed',
    (cwd: string) => {
      git(cwd, 'add', '-A');
      git(cwd, 'commit', '-qm', 'moved');
    },
  ],
])('after a move by hand, %s, it does what move would have done', async (_, tell) => {
  const [byHand, byCommand] = [committed(), committed()];
  move(byHand);
  tell(byHand);
  expect((await handbook(['check'], { cwd: byHand })).code).toBe(1);
  expect((await handbook(['fix', '--write'], { cwd: byHand })).code).toBe(0);
  await handbook(['move', 'systems/fax-gateway', 'systems/edge/fax-bridge'], { cwd: byCommand });
  expect(filesOf(byHand)).toEqual(filesOf(byCommand));
  expect((await handbook(['check'], { cwd: byHand })).code).toBe(0);
  expect(await handbook(['fix'], { cwd: byHand })).toMatchObject({ code: 0, stdout: '' });
});

test('a move is a rename to git', async () => {
  const cwd = committed();
  await handbook(['move', 'systems/fax-gateway', 'systems/edge/fax-bridge'], { cwd });
  git(cwd, 'add', '-A');
  const seen = execFileSync('git', ['-C', cwd, 'diff', '--cached', '-M', '--name-status'], {
    env: quietGit,
    encoding: 'utf8',
  });
  expect(seen).toMatch(
    /^R\d+\tcontent\/systems\/fax-gateway.mdx\tcontent\/systems\/edge\/fax-bridge.mdx$/m,
  );
});

test('it is shown and not written, unless it is to be', async () => {
  const cwd = temporary('small');
  edit(cwd, 'systems/fax-gateway.mdx', (text) => text.replaceAll('\n', '\r\n'));
  edit(cwd, 'alerts/faxqueueold.yaml', (text) => `\uFEFF${text}`);
  const before = filesOf(cwd);
  const { code, stdout } = await handbook(['fix'], { cwd });
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout:
      'content/alerts/faxqueueold.yaml\n  byte order mark taken out\ncontent/systems/fax-gateway.mdx\n  line ends as in Unix\n',
  });
  expect(filesOf(cwd)).toEqual(before);
  expect((await handbook(['fix', 'systems', '--write'], { cwd })).stdout).toBe(
    'content/systems/fax-gateway.mdx\n',
  );
  await handbook(['fix', '--write'], { cwd });
  const clean = temporary('small');
  expect(filesOf(cwd)).toEqual(filesOf(clean));
});

test('references and links are put right where one thing only can be meant', async () => {
  const cwd = temporary('small');
  edit(cwd, 'systems/fax-gateway.mdx', (text) =>
    text
      .replace('owner: sam-okafor', 'owner: People/Sam-Okafor.yaml # lead')
      .replace(
        '## Context',
        '[a](../Runbooks/Fax-Queue-Stalled.mdx#meaning) [b](../runbooks/fax-queue-stalled) [c](/adrs/0001-Queue-the-faxes/) [d](../runbooks/fax-queue-staled.mdx)\n\n## Context',
      ),
  );
  await handbook(['fix', '--write'], { cwd });
  const text = readFileSync(join(cwd, 'content/systems/fax-gateway.mdx'), 'utf8');
  expect(text).toContain('owner: sam-okafor # lead\n');
  expect(text).toContain(
    '[a](../runbooks/fax-queue-stalled.mdx#meaning) [b](../runbooks/fax-queue-stalled.mdx) [c](../adrs/0001-queue-the-faxes.mdx) [d](../runbooks/fax-queue-staled.mdx)\n',
  );
});

test('the digest of a file is added where git knows one content of it', async () => {
  const cwd = committed();
  mkdirSync(join(cwd, 'content/drills'));
  for (const name of ['first', 'second']) {
    writeFileSync(
      join(cwd, `content/drills/${name}.mdx`),
      `---\nrunbook: fax-queue-stalled\nlog_ref: ./${name}.txt # as it was\n---\n`,
    );
    writeFileSync(join(cwd, `content/drills/${name}.txt`), 'Queue empty.\n');
  }
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-qm', 'drills');
  writeFileSync(join(cwd, 'content/drills/second.txt'), 'Queue empty, at last.\n');
  git(cwd, 'commit', '-qam', 'another log');
  const { stdout } = await handbook(['fix', '--write'], { cwd });
  expect(stdout).toBe('content/drills/first.mdx\n');
  expect(readFileSync(join(cwd, 'content/drills/first.mdx'), 'utf8')).toBe(
    '---\nrunbook: fax-queue-stalled\nlog_ref: ./first.txt # as it was\nlog_digest: DIGEST\n---\n'.replace(
      'DIGEST',
      createHash('sha256').update('Queue empty.\n').digest('hex'),
    ),
  );
});

test('in a messy folder it makes nothing worse, and has nothing left to do', async () => {
  const cwd = temporary();
  cpSync(join(import.meta.dirname, '../fixtures/messy'), join(cwd, 'content'), { recursive: true });
  const kinds = () => {
    const { corpus } = readWorkspace(join(cwd, 'content'));
    return Map.groupBy(checkCorpus(corpus), ({ path, ruleId }) => `${path} ${ruleId}`);
  };
  const before = kinds();
  expect((await handbook(['fix', '--write'], { cwd })).code).toBe(0);
  for (const [kind, all] of kinds())
    expect(all.length, kind).toBeLessThanOrEqual(before.get(kind)?.length ?? 0);
  expect(await handbook(['fix'], { cwd })).toMatchObject({ code: 0, stdout: '' });
}, 60_000);
