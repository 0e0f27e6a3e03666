import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baselineText, knownOfCheck, knownOfStandard } from '../../src/domain/problems/baseline.ts';
import { at, field, type Position, type Problem } from '../../src/domain/problems/problem.ts';
import { handbook, temporary } from './run.ts';

const file = 'content/baseline.json';
const runbook = 'content/runbooks/fax-queue-stalled.mdx';

function edit(cwd: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(cwd, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(cwd, path), text.replace(from, to));
}

describe('check', () => {
  const check = (cwd: string, ...more: string[]) => handbook(['check', ...more], { cwd });

  test('fails without a baseline, and with one only on what is new', async () => {
    const cwd = temporary('broken');
    expect((await check(cwd)).code).toBe(1);
    const written = await check(cwd, '--write-baseline');
    expect(written).toMatchObject({ code: 0, stdout: `${file}\n` });
    expect(written.stderr).toBe(
      '6 findings known from now on. "check" exits with 1 only for others.\n',
    );
    const known = await check(cwd);
    expect(known.code).toBe(0);
    expect(known.stdout).toMatch(/6 errors in 2 of 5 files\. None of them new\.\n$/);
    expect(known.stderr).toBe('6 of 6 known findings left; 0 fixed; 0 new.\n');
    edit(cwd, runbook, 'audience:', 'tier: 9\naudience:');
    const more = await check(cwd);
    expect(more.code).toBe(1);
    expect(more.stderr).toBe(
      `6 of 6 known findings left; 0 fixed; 1 new.\nNew, and not in baseline.json:\n  ${runbook}:6  schema\n`,
    );
  });

  test('knows a finding again on another line, and counts down', async () => {
    const cwd = temporary('broken');
    await check(cwd, '--write-baseline');
    edit(cwd, runbook, '---\n', '---\n# A comment\n\n');
    expect((await check(cwd)).code).toBe(0);
    edit(cwd, runbook, 'actve', 'draft');
    const { code, stderr } = await check(cwd);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^5 of 6 known findings left; 1 fixed; 0 new\.\nFixed\. Take them out/);
    expect(stderr).toContain('  schema  runbooks/fax-queue-stalled.mdx\n');
    expect((await check(cwd, '--write-baseline')).stderr).toContain(
      '5 findings known from now on (0 more than before; 1 fixed and gone).',
    );
    edit(cwd, runbook, 'draft', 'actve');
    expect((await check(cwd)).code).toBe(1);
  });

  test('does not take a second break of the same kind for the first', async () => {
    const cwd = temporary('broken');
    const before = readFileSync(join(cwd, runbook), 'utf8');
    const link = /\[[^\]]*\]\([^)]*fax-gateway\.mdx\)/.exec(before)?.[0] ?? '';
    await check(cwd, '--write-baseline');
    edit(cwd, runbook, link, `${link} and ${link}`);
    expect((await check(cwd)).stderr).toContain('1 new.');
  });

  test('looks only at the files that are asked for', async () => {
    const cwd = temporary('broken');
    await check(cwd, '--write-baseline');
    expect((await check(cwd, 'alerts')).stderr).toBe(
      '1 of 1 known finding left; 0 fixed; 0 new.\n',
    );
    const { code, stderr } = await check(cwd, 'alerts', '--write-baseline');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'A baseline is of the whole handbook: name no files with --write-baseline.\n',
    });
  });

  test.each([
    ['identifiers', '\nMRN 8841207 of a patient.\n'],
    ['safe-content', '\nimport x from "y"\n'],
  ])('never knows %s', async (rule, text) => {
    const cwd = temporary('small');
    writeFileSync(join(cwd, runbook), readFileSync(join(cwd, runbook), 'utf8') + text);
    const rulesOf = (stdout: string) =>
      JSON.parse(stdout).problems.map((one: { ruleId: string; isNew: boolean }) => [
        one.ruleId,
        one.isNew,
      ]);
    const { stderr } = await check(cwd, '--write-baseline');
    expect(stderr).toContain('1 finding of identifiers, secrets or code cannot wait in a baseline');
    const after = await check(cwd, '--format', 'json');
    expect([after.code, rulesOf(after.stdout)]).toEqual([1, [[rule, true]]]);
    // Nor does one that somebody wrote by hand.
    const problem = JSON.parse(after.stdout).problems[0];
    const path = runbook.replace('content/', '');
    const messageId = { identifiers: 'real', 'safe-content': 'esm' }[rule] ?? '';
    const known = knownOfCheck({
      ...{ ruleId: rule, messageId, severity: 'error', path, position: at({ line: 1, column: 1 }) },
      ...{ message: problem.message, fix: '' },
    });
    writeFileSync(join(cwd, file), baselineText({ check: [known], readiness: [] }));
    const forged = await check(cwd, '--format', 'json');
    expect([forged.code, rulesOf(forged.stdout)]).toEqual([1, [[rule, true]]]);
    expect(forged.stderr).toContain('0 fixed; 1 new.');
  });

  test('forgets a file that is gone', async () => {
    const cwd = temporary('broken');
    await check(cwd, '--write-baseline');
    rmSync(join(cwd, 'content/alerts/fax.yaml'));
    expect((await check(cwd)).stderr).toContain('yaml-syntax  alerts/fax.yaml');
  });

  test('writes the same bytes twice, one finding a line', async () => {
    const cwd = temporary('broken');
    await check(cwd, '--write-baseline');
    const first = readFileSync(join(cwd, file), 'utf8');
    await check(cwd, '--write-baseline');
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(first);
    expect(
      first.match(/^ {4}\{"rule":"[\w-]+","path":"[^"]+","key":"[0-9a-f]{16}"\},?$/gm),
    ).toHaveLength(6);
  });
});

describe('readiness', () => {
  const readiness = (cwd: string, ...more: string[]) =>
    handbook(['readiness', '--as-of', '2026-09-15', ...more], { cwd });
  const at60 = ['--gate', '60'];

  test('keeps its gates failed, and exits 0 on what is known', async () => {
    const cwd = temporary('records');
    const before = await readiness(cwd, ...at60, '--format', 'json');
    expect(before.code).toBe(1);
    expect((await readiness(cwd, ...at60, '--write-baseline')).code).toBe(0);
    const { code, stdout, stderr } = await readiness(cwd, ...at60, '--format', 'json');
    expect(code).toBe(0);
    expect(stdout).toBe(before.stdout);
    const gate = JSON.parse(stdout).gates.find(({ id }: { id: string }) => id === '-60');
    expect(gate.state).toBe('failed');
    expect(stderr).toMatch(/^(\d+) of \1 known findings? left; 0 fixed; 0 new\.\n/);
    expect(stderr).toMatch(
      /\nThe baseline changes the exit code alone: a gate that failed stays failed\.\n$/,
    );
  });

  test('fails on what comes due', async () => {
    const cwd = temporary('records');
    await readiness(cwd, '--gate', 'K', '--write-baseline');
    expect((await readiness(cwd, '--gate', 'K')).code).toBe(0);
    const { code, stderr } = await readiness(cwd, ...at60);
    expect(code).toBe(1);
    expect(stderr).toMatch(/ 0 fixed; [1-9]\d* new\.\nNew, and not in baseline\.json:\n {2}/);
  });

  test('does not count as fixed what is not due any more', async () => {
    const cwd = temporary('records');
    await readiness(cwd, ...at60, '--write-baseline');
    expect((await readiness(cwd, '--gate', 'K')).stderr).toContain(' 0 fixed; 0 new.');
  });

  test('and check keep their parts of one file', async () => {
    const cwd = temporary('records');
    await readiness(cwd, ...at60, '--write-baseline');
    const before = JSON.parse(readFileSync(join(cwd, file), 'utf8'));
    await handbook(['check', '--write-baseline'], { cwd });
    expect(JSON.parse(readFileSync(join(cwd, file), 'utf8'))).toEqual(before);
    expect(before.readiness.length).toBeGreaterThan(0);
  });
});

describe('the key of a finding of the standard', () => {
  const finding = (position: Position, message: string): Problem => ({
    ruleId: 'RBK-06',
    messageId: 'none',
    severity: 'error',
    path: 'runbooks/a.mdx',
    position,
    message,
    fix: '',
  });
  const key = (position: Position, message: string) =>
    knownOfStandard(finding(position, message)).key;

  test('at a field survives other words and other places in a list', () => {
    const words = ['The drill of 2026-07-16 is too old.', 'There is no drill.'] as const;
    expect(key(field(['systems', 0]), words[0])).toBe(key(field(['systems', 3]), words[1]));
    expect(key(field(['systems', 0]), words[0])).not.toBe(key(field(['title']), words[0]));
  });

  test('at a line survives other lines and numbers, and not other words', () => {
    const place = at({ line: 3, column: 1 });
    const other = at({ line: 90, column: 4 });
    expect(key(place, '12 days since "a".')).toBe(key(other, '13 days since "a".'));
    expect(key(place, '12 days since "a".')).not.toBe(key(place, '12 days since "b".'));
  });
});

describe('a baseline that is none is named, and nothing else is said', () => {
  const whole = '{\n  "format": "handbook baseline 1",\n  "check": [],\n  "readiness": []\n}\n';
  test.each([
    ['cut off', whole.slice(0, 40), 'breaks off before its end'],
    ['empty', '', 'breaks off before its end'],
    ['no JSON', 'format: {}\n', 'is no JSON'],
    ['a list', '[]', 'holds no baseline'],
    ['of another tool', '{"version": 3}', 'is no baseline of this handbook'],
    ['of a later form', whole.replace('1"', '2"'), 'is no baseline of this handbook'],
    ['without a part', whole.replace('"check"', '"czech"'), 'has no list `check`'],
    ['with a bad entry', whole.replace('[]', '[{"rule": 1}]'), 'number 1 of `check`'],
  ])('%s', async (_, text, words) => {
    const cwd = temporary('small');
    writeFileSync(join(cwd, file), text);
    for (const args of [
      ['check'],
      ['readiness', '--as-of', '2026-09-15'],
      ['check', '--write-baseline'],
    ]) {
      const { code, stdout, stderr } = await handbook(args, { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`${file} ${words.startsWith('number') ? 'has' : words}`);
      expect(stderr).toContain(words);
    }
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(text);
  });
});

test('without a baseline nothing is said of one', async () => {
  const cwd = temporary('small');
  expect((await handbook(['check'], { cwd })).stderr).toBe('');
  expect(existsSync(join(cwd, file))).toBe(false);
});

test('a baseline of readiness alone has nothing to say of a check', async () => {
  const cwd = temporary('small');
  await handbook(['readiness', '--as-of', '2026-09-15', '--write-baseline'], { cwd });
  expect(existsSync(join(cwd, file))).toBe(true);
  expect((await handbook(['check'], { cwd })).stderr).toBe('');
});
