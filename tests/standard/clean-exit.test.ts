import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standardRules } from '../../src/domain/standard/registry.ts';
import { handbook } from '../cli/run.ts';
import { buildCleanExit, edit } from './clean-exit.ts';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handbook-clean-exit-'));
  root = (await buildCleanExit(folder)).root;
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command says of a copy of the handbook in which something was changed. */
async function changed(change: (copy: string) => void, ...args: string[]) {
  const copy = mkdtempSync(join(tmpdir(), 'handbook-changed-'));
  try {
    cpSync(root, copy, { recursive: true });
    change(copy);
    return await handbook([...args, '--content', copy], { cwd: copy });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The rules that fail in a changed copy, with what they say. */
async function failing(change: (copy: string) => void): Promise<Map<string, string>> {
  const { stdout } = await changed(change, 'readiness', '--format', 'json');
  const { rules } = JSON.parse(stdout) as {
    rules: { id: string; status: string; problems: { path: string; message: string }[] }[];
  };
  return new Map(
    rules
      .filter(({ status }) => status === 'fail')
      .map(({ id, problems }) => [
        id,
        problems.map(({ path, message }) => `${path}: ${message}`).join('\n'),
      ]),
  );
}

describe('the clean exit', () => {
  it('has every rule of the standard passed, with evidence', async () => {
    const { code, stdout, stderr } = await handbook(
      ['readiness', '--content', root, '--format', 'json'],
      { cwd: root },
    );
    expect(stderr).toBe('');
    const { gates, rules } = JSON.parse(stdout) as {
      gates: { id: string; state: string; errors: number; warnings: number }[];
      rules: { id: string; status: string; evidence: unknown[] }[];
    };
    const others = rules.filter(
      ({ status, evidence }) => status !== 'pass' || evidence.length === 0,
    );
    expect(others.map(({ id, status }) => `${id} ${status}`)).toEqual([]);
    expect(rules.map(({ id }) => id)).toEqual(standardRules.map(({ id }) => id));
    expect(gates.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'K passed',
      '-90 passed',
      '-60 passed',
      '-30 passed',
      'X passed',
    ]);
    expect(gates.every(({ errors, warnings }) => errors + warnings === 0)).toBe(true);
    expect(code).toBe(0);
  });

  it('says the same bytes twice', async () => {
    const run = () => handbook(['readiness', '--content', root, '--format', 'json'], { cwd: root });
    expect((await run()).stdout).toBe((await run()).stdout);
  });

  it('is verified by the commands that it names, without this program', async () => {
    const { stdout, code } = await handbook(['verify-signoff', '--content', root], { cwd: root });
    expect(code).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}((?:ssh-keygen|sha256sum) .*)$/gm)].map(
      ([, command = '']) => command,
    );
    expect(commands).toHaveLength(3);
    for (const command of commands) {
      const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' });
      expect(`${command}: ${stderr}${status}`).toBe(`${command}: 0`);
    }
    const [, list = ''] = commands;
    const [digest = ''] = execFileSync('sh', ['-c', list], { cwd: root, encoding: 'utf8' }).split(
      ' ',
    );
    const statement = readFileSync(join(root, 'sign-offs/exit.statement.txt'), 'utf8');
    expect(statement).toContain(`files: ${digest}`);
  });
});

describe('one byte', () => {
  it.each([
    [
      'of a reviewed and accepted page',
      'systems/fax-gateway.mdx',
      'four minutes',
      'five minutes',
      ['SITE-03', 'SIG-01', 'SIG-02'],
    ],
    [
      'of a drilled runbook',
      'runbooks/faxes-wait.mdx',
      'stands still',
      'stands stil',
      ['RBK-06', 'SIG-02'],
    ],
    [
      'of the log of a drill',
      'drills/2026-09-08-faxes-wait.log',
      '17:17',
      '17:16',
      ['RBK-06', 'SIG-02'],
    ],
    [
      'of a decision that was accepted',
      'adrs/0001-a-fax-that-failed-three-times-is-printed.mdx',
      'Option 3.',
      'Option 2.',
      ['ADR-03', 'SIG-02'],
    ],
    [
      'of the results of an evaluation',
      'evals/fax-sorting-2026-08-12.csv',
      'F001,referral,result',
      'F001,referral,referral',
      ['EVL-01', 'SIG-02'],
    ],
    ['of a threshold', 'evals/gate-fax-sorting.json', '0.97', '0.96', ['EVL-03', 'SIG-02']],
    [
      'of a signed week',
      'weekly-summaries/2026-w30.mdx',
      'value: 74',
      'value: 75',
      ['ENG-04', 'SIG-02'],
    ],
    [
      'of the day of an access record',
      'access-records/leo-marsh-fax-01.yaml',
      'removed_on: 2026-09-24',
      'removed_on: 2026-09-23',
      ['SIG-02'],
    ],
  ])('%s is noticed, and named', async (_, path, from, to, expected) => {
    const found = await failing((copy) => edit(copy, path, from, to));
    expect([...found.keys()]).toEqual(expect.arrayContaining(expected));
    const id = path.replace(/\.(mdx|yaml|csv|json|log)$/, '');
    expect(found.get('SIG-02')).toMatch(new RegExp(`${id.slice(0, 30)}|${path}`));
    const { stdout, code } = await changed((copy) => edit(copy, path, from, to), 'verify-signoff');
    expect(code).toBe(1);
    expect(stdout).toContain(path.replace(/\.(mdx|yaml)$/, ''));
  });

  it('of the signed statement is noticed', async () => {
    const change = (copy: string) =>
      edit(copy, 'sign-offs/exit.statement.txt', 'Samir Aoun', 'Samir Aoum');
    expect([...(await failing(change)).keys()]).toEqual(expect.arrayContaining(['SIG-03']));
    expect((await changed(change, 'verify-signoff')).code).toBe(1);
  });
});

describe('a forged end', () => {
  it('signed by the vendor with a key of its own', async () => {
    const change = (copy: string) => {
      const key = join(copy, '.forged');
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
      rmSync(join(copy, 'sign-offs/exit.statement.txt.sig'));
      execFileSync(
        'ssh-keygen',
        [
          '-q',
          '-Y',
          'sign',
          '-f',
          key,
          '-n',
          'exit-ramp-sign-off',
          join(copy, 'sign-offs/exit.statement.txt'),
        ],
        { stdio: 'ignore' },
      );
      rmSync(key);
      rmSync(`${key}.pub`);
    };
    expect((await failing(change)).get('SIG-03')).toBeDefined();
  });

  it('with a truncated record', async () => {
    const change = (copy: string) => {
      const file = join(copy, 'sign-offs/exit.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').slice(0, 200));
    };
    expect([...(await failing(change)).keys()]).toEqual(expect.arrayContaining(['SIG-02']));
  });

  it('without its history', async () => {
    const { stdout, code } = await changed(
      (copy) => rmSync(join(copy, '.git'), { recursive: true }),
      'readiness',
      '--format',
      'json',
    );
    const { rules, gates } = JSON.parse(stdout);
    const status = new Map(
      rules.map(({ id, status: one }: { id: string; status: string }) => [id, one]),
    );
    for (const id of ['ADR-03', 'EVL-03', 'CMP-03', 'CMP-05'])
      expect(status.get(id), id).toBe('cannot-tell');
    expect(gates.at(-1).state).toBe('cannot-tell');
    expect(code).toBe(1);
  });
});
