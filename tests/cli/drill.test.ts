import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git } from '../standard/bundle.ts';
import { answering, handbook, temporary } from './run.ts';

const drill = (...more: string[]) => [
  ...['drill', 'runbooks/fax-queue-stalled', '--by', 'dana-pruett', '--result', 'pass'],
  ...['--started', '2026-09-14T09:00:00Z', '--finished', '2026-09-14T09:30:00Z', ...more],
];
const record = 'content/drills/2026-09-14-fax-queue-stalled.mdx';
const runbook = 'content/runbooks/fax-queue-stalled.mdx';

/** A handbook with a log beside it. */
function start(log: string | Uint8Array = 'fq status\nok\n'): string {
  const cwd = temporary('records');
  writeFileSync(join(cwd, 'terminal.log'), log);
  return cwd;
}

function commit(cwd: string, day: string): void {
  const who = { GIT_AUTHOR_NAME: 'Dana', GIT_AUTHOR_EMAIL: 'dana@lakeside.example' };
  const dates = { GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
  const committer = { GIT_COMMITTER_NAME: 'Dana', GIT_COMMITTER_EMAIL: 'dana@lakeside.example' };
  if (!existsSync(join(cwd, '.git'))) git(cwd, ['init', '-q', '-b', 'main']);
  git(cwd, ['add', '-A']);
  git(cwd, ['commit', '-q', '-m', 'Write'], { ...who, ...dates, ...committer });
}

function edit(cwd: string): void {
  const file = join(cwd, runbook);
  writeFileSync(file, readFileSync(file, 'utf8').replace('This page answers', 'It answers'));
}

/** What the standard says of the drilled runbook. */
async function rbk06(cwd: string): Promise<string> {
  const args = ['readiness', '--as-of', '2026-09-15', '--gate', '60', '--format', 'json'];
  const { rules } = JSON.parse((await handbook(args, { cwd })).stdout);
  return rules.find(({ id }: { id: string }) => id === 'RBK-06').status;
}

test('a drill that was recorded meets the rule, and an edit voids it', async () => {
  const cwd = start();
  expect(await rbk06(cwd)).toBe('fail');
  expect((await handbook(drill('--log', 'terminal.log'), { cwd })).code).toBe(0);
  expect(await rbk06(cwd)).toBe('pass');
  edit(cwd);
  expect(await rbk06(cwd)).toBe('fail');
});

test('a drill with somebody of the vendor is kept, and does not meet the rule', async () => {
  const cwd = start();
  const { stderr } = await handbook(drill('--log', 'terminal.log', '--with', 'sam-okafor'), {
    cwd,
  });
  expect(stderr).toContain('was not without the vendor: Sam Okafor is of the vendor.');
  expect(await rbk06(cwd)).toBe('fail');
});

test('the digest is of the text that git had when the drill began', async () => {
  const cwd = start();
  commit(cwd, '2026-09-10');
  edit(cwd);
  commit(cwd, '2026-09-15');
  const { stderr } = await handbook(drill('--log', 'terminal.log'), { cwd });
  expect(stderr).toMatch(/The runbook was changed since: .* commit [0-9a-f]{12} of 2026-09-10/);
  expect(await rbk06(cwd)).toBe('fail');
});

test('somebody can say that the text was already as it is now', async () => {
  const cwd = start();
  commit(cwd, '2026-09-10');
  edit(cwd);
  const { stderr } = await handbook(drill('--log', 'terminal.log', '--present-text'), { cwd });
  expect(stderr).not.toContain('changed since');
  expect(await rbk06(cwd)).toBe('pass');
});

test.each([
  ['binary', Uint8Array.of(0x66, 0x00, 0x71), 'it is no text'],
  ['no UTF-8', Uint8Array.of(0x66, 0xfc, 0x0a), 'it is no text'],
  ['empty', '', 'it is empty'],
  ['blank', ' \n\n', 'it is empty'],
])('a log that is %s is refused', async (_, log, words) => {
  const cwd = start(log);
  const { code, stderr } = await handbook(drill('--log', 'terminal.log'), { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(words);
  expect(existsSync(join(cwd, record))).toBe(false);
});

test('a folder is no log', async () => {
  const { stderr } = await handbook(drill('--log', 'content'), { cwd: start() });
  expect(stderr).toContain('that is no file');
});

test('a log is not used twice, under whatever name', async () => {
  const cwd = start();
  await handbook(drill('--log', 'terminal.log'), { cwd });
  writeFileSync(join(cwd, 'other.txt'), 'fq status\nok\n');
  const { code, stderr } = await handbook(drill('--log', 'other.txt'), { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('it is the log of drills/2026-09-14-fax-queue-stalled already');
});

test('the copy of a log has its bytes, mark and line ends included', async () => {
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x6f, 0x6b, 0x0d, 0x0a);
  const cwd = start(bytes);
  await handbook(drill('--log', 'terminal.log'), { cwd });
  const copy = readFileSync(join(cwd, record.replace('.mdx', '.log')));
  expect(new Uint8Array(copy)).toEqual(bytes);
});

test('a log that lies in its place already stays there', async () => {
  const cwd = temporary('records');
  const log = record.replace('.mdx', '.log');
  writeFileSync(join(cwd, log), 'fq status\nok\n');
  const { stdout } = await handbook(drill('--log', log), { cwd });
  expect(stdout).toBe(`${record}\n`);
  expect(await rbk06(cwd)).toBe('pass');
});

test('when the record cannot be written, no log is left behind', async () => {
  const cwd = start();
  // A folder in the place of the record is nothing that the handbook reads.
  mkdirSync(join(cwd, record));
  const before = readdirSync(join(cwd, 'content/drills'));
  const { code, stderr } = await handbook(drill('--log', 'terminal.log'), { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('Nothing was written');
  expect(readdirSync(join(cwd, 'content/drills'))).toEqual(before);
});

test('at a terminal, what is missing is asked for', async () => {
  const cwd = start();
  const { prompt, asked } = answering([
    ...['dana-pruett', '2026-09-14T09:00:00Z', '2026-09-14T09:30:00Z', 'fail', 'terminal.log'],
  ]);
  const world = { cwd, terminal: { input: true }, prompt };
  expect((await handbook(['drill', 'runbooks/fax-queue-stalled'], world)).code).toBe(0);
  expect(asked[3]?.choices.map(({ value }) => value)).toEqual(['pass', 'fail']);
  expect(readFileSync(join(cwd, record), 'utf8')).toContain('result: fail\n');
});

test('a drill that missed the target is said not to count', async () => {
  const cwd = start();
  const late = drill('--log', 'terminal.log').map((word, index, all) =>
    all[index - 1] === '--finished' ? '2026-09-14T15:00:00Z' : word,
  );
  const { stderr } = await handbook(late, { cwd });
  expect(stderr).toMatch(/It does not count for RBK-06: it took \d+ minutes of 45\.\n/);
  expect(await rbk06(cwd)).toBe('fail');
});
