import { chmodSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../src/cli/commands/check.ts';
import { handbook, temporary } from './run.ts';

afterEach(() => vi.restoreAllMocks());

const isRoot = process.getuid?.() === 0;

describe('the content folder', () => {
  test.each(['my content', 'größe', "it's"])('may be called "%s"', async (name) => {
    const cwd = temporary('broken', name);
    const byFlag = await handbook(['check', '--content', name], { cwd });
    const byName = await handbook(['check'], { cwd, env: { HANDBOOK_CONTENT: name } });
    expect(byFlag.code).toBe(1);
    expect(byFlag.stdout).toContain(`${name}/alerts/fax.yaml:1:8`);
    expect(byName).toEqual(byFlag);
  });

  test('--content goes before HANDBOOK_CONTENT', async () => {
    const cwd = temporary('small');
    const env = { HANDBOOK_CONTENT: 'nowhere' };
    expect((await handbook(['check', '--content', 'content'], { cwd, env })).code).toBe(0);
  });

  test('is found from the home of the program, and shown from where one stands', async () => {
    const home = temporary('broken');
    const inside = await handbook(['check', 'alerts'], { cwd: join(home, 'content'), home });
    expect(inside.stdout).toMatch(/^alerts\/fax\.yaml:1:8 /);
    const elsewhere = await handbook(['check', 'alerts'], { cwd: temporary(), home });
    expect(elsewhere.stdout.startsWith(`${home}/content/alerts/fax.yaml:1:8 `)).toBe(true);
  });

  test('may be a symbolic link', async () => {
    const cwd = temporary('broken', 'real');
    symlinkSync('real', join(cwd, 'content'));
    const { stdout } = await handbook(['check', 'content/alerts'], { cwd });
    expect(stdout).toContain('content/alerts/fax.yaml:1:8');
    expect((await handbook(['check', 'real/alerts'], { cwd })).stdout).toContain(
      '1 error in 1 of 1 file.',
    );
  });

  test.skipIf(isRoot)('that may not be read is a reason, not a trace', async () => {
    const cwd = temporary('small');
    chmodSync(join(cwd, 'content'), 0);
    const result = await handbook(['check'], { cwd });
    chmodSync(join(cwd, 'content'), 0o755);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('no permission (EACCES)');
  });

  test('without any document has one problem', async () => {
    const cwd = temporary();
    mkdirSync(join(cwd, 'content'));
    const { code, stdout } = await handbook(['check', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).problems).toMatchObject([
      { ruleId: 'engagement', line: 1, column: 1 },
    ]);
  });
});

test('a file name with control characters cannot reach the terminal', async () => {
  const cwd = temporary('small');
  renameSync(
    join(cwd, 'content/alerts/faxqueueold.yaml'),
    join(cwd, 'content/alerts/a\u001b[31m\nb.yaml'),
  );
  const { stdout } = await handbook(['check'], { cwd });
  expect(stdout).not.toContain('\u001b');
  const json = await handbook(['check', '--format', 'json'], { cwd });
  expect(JSON.parse(json.stdout).problems[0].path).toBe('content/alerts/a\u001b[31m\nb.yaml');
});

describe('colours', () => {
  const check = (env: Record<string, string>, output: boolean) =>
    handbook(['check'], { cwd: temporary('broken'), env, terminal: { output } });

  test('stand on a terminal only', async () => {
    expect((await check({}, true)).stdout).toContain('\u001b[31merror');
    expect((await check({}, false)).stdout).not.toContain('\u001b');
  });

  test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('are left out with %j', async (env) => {
    expect((await check(env, true)).stdout).not.toContain('\u001b');
  });

  test('stay out of JSON', async () => {
    const world = { cwd: temporary('broken'), terminal: { output: true } };
    const { stdout } = await handbook(['check', '--format', 'json'], world);
    expect(stdout).not.toContain('\u001b');
  });
});

test('a defect is one line, with its trace only when asked for', async () => {
  vi.spyOn(check, 'run').mockImplementation(() => {
    throw new Error('no such key\nsecond line');
  });
  const plain = await handbook(['check'], { cwd: temporary('small') });
  expect(plain).toMatchObject({ code: 2, stdout: '' });
  expect(plain.stderr).toMatch(
    /^This is a defect of the handbook: no such key\. .*HANDBOOK_DEBUG=1.*\n$/,
  );
  const debug = await handbook(['check'], {
    cwd: temporary('small'),
    env: { HANDBOOK_DEBUG: '1' },
  });
  expect(debug.stderr).toMatch(/\n {4}at /);
});
