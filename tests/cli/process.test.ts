import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, quietGit, temporary } from './run.ts';

const node = process.execPath;
const run = (args: readonly string[], cwd: string, env: Record<string, string> = {}) =>
  spawnSync(node, [bin, ...args], { cwd, encoding: 'utf8', env: { ...quietGit, ...env } });

describe('standard output', () => {
  test('holds JSON and nothing else', () => {
    const { status, stdout, stderr } = run(['check', '--format', 'json'], temporary('broken'));
    expect(status).toBe(1);
    expect(stderr).toBe('');
    expect(Object.keys(JSON.parse(stdout))).toEqual(['problems', 'counts']);
  });

  test('may be closed by its reader', () => {
    const cwd = temporary('broken');
    for (const reader of ['true', 'head -c 1 >/dev/null']) {
      const script = `{ "${node}" "${bin}" check; echo "$?" >&2; } | ${reader}`;
      const { stdout, stderr } = spawnSync('sh', ['-c', script], {
        cwd,
        encoding: 'utf8',
        env: quietGit,
      });
      expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '1\n' });
    }
  });

  test('may be closed from the start', () => {
    const script = `"${node}" "${bin}" check >&-`;
    const { status, stderr } = spawnSync('sh', ['-c', script], {
      cwd: temporary('broken'),
      encoding: 'utf8',
      env: quietGit,
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  test.skipIf(!existsSync('/dev/full'))('on a full disk is a reason and exit code 2', () => {
    const script = `"${node}" "${bin}" list > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', script], {
      cwd: temporary('small'),
      encoding: 'utf8',
      env: quietGit,
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^The output could not be written: .*ENOSPC.*\n$/);
  });
});

test('under npm, paths are those of the folder where the command was typed', () => {
  const typed = temporary('broken', 'mine');
  const env = { npm_lifecycle_event: 'handbook', INIT_CWD: typed };
  const { stdout } = run(['check', 'mine/alerts', '--content', 'mine'], temporary(), env);
  expect(stdout).toMatch(/^mine\/alerts\/fax\.yaml:1:8 /);
});

test('git is asked for the author, and its absence is no failure', () => {
  const cwd = temporary('small');
  execFileSync('git', ['init', '-q'], { cwd, env: quietGit });
  execFileSync('git', ['config', 'user.email', 'ada@lakeside.example'], { cwd, env: quietGit });
  const args = ['new', 'adr', 'Next', '--dry-run'];
  expect(run(args, cwd).stdout).toContain('owner: ada-reyes\n');
  expect(run(args, cwd, { PATH: '/nowhere' }).stdout).toContain('owner: sam-okafor\n');
});

describe('a signal in the middle of a write', () => {
  /** Runs a command that sends itself a signal when it has written a file's text and not yet named it. */
  function interrupted(args: readonly string[], cwd: string, signal: string) {
    const preload = join(cwd, '.preload.mjs');
    const lines = [
      "import fs from 'node:fs';",
      "import { syncBuiltinESMExports } from 'node:module';",
      `fs.fsyncSync = () => process.kill(process.pid, '${signal}');`,
      'syncBuiltinESMExports();',
    ];
    writeFileSync(preload, lines.join('\n'));
    return spawnSync(node, ['--import', preload, bin, ...args], {
      cwd,
      encoding: 'utf8',
      env: quietGit,
    });
  }
  const start = ['new', 'system', 'Portal', '--tier', '3'];
  const init = [
    'init',
    'h',
    '--customer=C',
    '--customer-domain=c.example',
    '--vendor=V',
    '--vendor-domain=v.example',
  ].concat([
    '--sponsor=Ada Reyes',
    '--lead=Sam Okafor',
    '--kickoff=2026-09-01',
    '--exit=2027-02-26',
  ]);

  test('a kill leaves no document, and the next try works', () => {
    const cwd = temporary('small');
    expect(interrupted(start, cwd, 'SIGKILL').signal).toBe('SIGKILL');
    expect(existsSync(join(cwd, 'content/systems/portal.mdx'))).toBe(false);
    expect(run(['check'], cwd).stdout).toBe('8 files, no problems.\n');
    expect(run(start, cwd).status).toBe(0);
  });

  test('a kill leaves no content folder, and the next try works', () => {
    const cwd = temporary();
    expect(interrupted(init, cwd, 'SIGKILL').signal).toBe('SIGKILL');
    expect(existsSync(join(cwd, 'h'))).toBe(false);
    expect(run(init, cwd).status).toBe(0);
  });

  test.each(['SIGINT', 'SIGTERM'])('%s waits until the file is whole', (signal) => {
    const cwd = temporary('small');
    interrupted(start, cwd, signal);
    expect(readdirSync(join(cwd, 'content/systems')).sort()).toEqual([
      'fax-gateway.mdx',
      'interface-engine.mdx',
      'portal.mdx',
    ]);
    expect(readFileSync(join(cwd, 'content/systems/portal.mdx'), 'utf8')).toMatch(
      /^---\ntitle: Portal\n/,
    );
    interrupted(init, cwd, signal);
    expect(readdirSync(cwd).sort()).toEqual(['.preload.mjs', 'content', 'h']);
    expect(run(['check', '--content', 'h'], cwd).status).toBe(0);
  });
});
