import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintOf } from '../../src/workspace/ssh.ts';
import { base } from '../standard/bundle.ts';
import { handbook, quietGit, temporary } from './run.ts';

/** A handbook whose sponsor has a fresh key, registered unless told otherwise. */
function world(
  keys = (fingerprint: string, publicKey: string) => registered(fingerprint, publicKey),
) {
  const cwd = temporary();
  const home = join(cwd, 'home');
  mkdirSync(join(home, '.ssh'), { recursive: true });
  const key = join(home, '.ssh/id_ed25519');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'samir', '-f', key]);
  const publicKey = readFileSync(`${key}.pub`, 'utf8').trim();
  const content = join(cwd, 'content');
  for (const [path, text] of Object.entries(base().steps[0]?.files ?? {}))
    put(content, path, text ?? '');
  const person = readFileSync(join(content, 'people/samir-aoun.yaml'), 'utf8');
  put(content, 'people/samir-aoun.yaml', person + keys(fingerprintOf(publicKey) ?? '', publicKey));
  const run = (args: string[], options: { today?: string; env?: Record<string, string> } = {}) =>
    handbook(args, {
      cwd,
      today: options.today ?? '2026-09-02',
      env: { HOME: home, ...options.env },
    });
  return { cwd, content, key, publicKey, run };
}

const registered = (fingerprint: string, publicKey: string) =>
  `keys:\n  - fingerprint: ${fingerprint}\n    public_key: ${publicKey}\n    added_on: 2026-05-01\n`;

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const rehearsal = ['sign', '--gate', '30', '--by', 'samir-aoun', '--rehearsal'];

test('signs a rehearsal that the public tools verify', async () => {
  const { content, run, key } = world();
  const { code, stdout, stderr } = await run(rehearsal);
  expect(stderr).toMatch(/A rehearsal of gate 30, signed by Samir Aoun on 2026-09-02 with SHA256:/);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: 'content/sign-offs/30-days-rehearsal.yaml\n',
  });
  expect(readdirSync(join(content, 'sign-offs')).sort()).toEqual([
    '30-days-rehearsal.sha256',
    '30-days-rehearsal.statement.txt',
    '30-days-rehearsal.statement.txt.sig',
    '30-days-rehearsal.yaml',
    'allowed_signers',
  ]);
  expect((await run(['check'])).stdout).toContain('no problems');
  const verified = await run(['verify-signoff']);
  expect(verified.stdout).toContain('The signature is good');
  expect(verified.stdout).toContain('The rules say the same as when it was signed');
  expect(verified.code).toBe(0);
  const commands = verified.stdout
    .split('\n')
    .filter((line) => /^ {2}(ssh-keygen|sha256sum)/.test(line));
  expect(commands).toHaveLength(3);
  for (const command of commands) {
    const { status, stderr: words } = spawnSync('sh', ['-c', command], {
      cwd: content,
      encoding: 'utf8',
    });
    expect({ command, status, words }).toEqual({ command, status: 0, words: '' });
  }
  expect(readFileSync(join(content, 'sign-offs/allowed_signers'), 'utf8')).toBe(
    `samir.aoun@brookside.example namespaces="exit-ramp-sign-off" ${readFileSync(`${key}.pub`, 'utf8').split(' ').slice(0, 2).join(' ')}\n`,
  );
});

test('names the document of which one byte changed, and what came and went', async () => {
  const { content, run } = world();
  await run(rehearsal);
  const file = join(content, 'systems/fax-gateway.mdx');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('two hosts', 'ten hosts').replace('Two hosts', 'Ten hosts'),
  );
  put(content, 'people/new-here.yaml', 'name: New Here\nemail: new@brookside.example\n');
  put(
    content,
    'people/ruth-keller.yaml',
    `# A note\n${readFileSync(join(content, 'people/ruth-keller.yaml'), 'utf8')}`,
  );
  const { code, stdout } = await run(['verify-signoff', 'sign-offs/30-days-rehearsal']);
  expect(code).toBe(1);
  expect(stdout).toContain('  changed document   systems/fax-gateway\n');
  expect(stdout).toContain('  added   document   people/new-here\n');
  expect(stdout).toContain('  changed bytes only people/ruth-keller.yaml\n');
  expect(stdout).toContain('The root over all documents is another one now');
  expect(stdout).toContain('The signature is good');
  const list = spawnSync(
    'sha256sum',
    ['--check', '--quiet', 'sign-offs/30-days-rehearsal.sha256'],
    { cwd: content, encoding: 'utf8' },
  );
  expect(list.stdout).toContain('systems/fax-gateway.mdx: FAILED');
});

test('a statement that was changed has no good signature', async () => {
  const { content, run } = world();
  await run(rehearsal);
  const file = join(content, 'sign-offs/30-days-rehearsal.statement.txt');
  writeFileSync(file, readFileSync(file, 'utf8').replace('date: 2026-09-02', 'date: 2026-09-01'));
  const { code, stdout } = await run(['verify-signoff']);
  expect(code).toBe(1);
  expect(stdout).toContain('The signature is bad: ssh-keygen does not accept it');
  expect(stdout).toContain(
    'The record does not agree: `signed_on` is another one than in the statement',
  );
});

test('says why it cannot tell where ssh-keygen is not installed', async () => {
  const { run } = world();
  const { code, stderr } = await run(rehearsal, { env: { PATH: '/nowhere' } });
  expect(code).toBe(2);
  expect(stderr).toContain('ssh-keygen is not installed');
});

test('a dry run shows the statement and writes nothing', async () => {
  const { content, run } = world();
  const { stdout, stderr } = await run([...rehearsal, '--dry-run']);
  expect(stdout).toMatch(
    /^Exit-ramp sign-off, form 1\ngate: -30\nrehearsal: yes\ndate: 2026-09-02\nsigner: samir-aoun\n/,
  );
  expect(stdout).toMatch(/\nopen: [A-Z]+-\d\d /);
  expect(stdout).toMatch(/\ndocument: systems\/fax-gateway [0-9a-f]{64}\n/);
  expect(stderr).toContain('Not written:');
  expect(existsSync(join(content, 'sign-offs'))).toBe(false);
});

test.each([
  [['sign', '--gate', '30', '--by', 'dana-pruett'], 'dana-pruett is not the sponsor'],
  [['sign', '--gate', '30', '--by', 'leo-marsh'], 'leo-marsh is not on the customer side'],
  [['sign', '--gate', '30', '--by', 'nobody'], 'There is no person nobody'],
  [['sign', '--gate', '30'], 'Say who signs: --by samir-aoun'],
  [['sign', '--by', 'samir-aoun'], 'Say what is signed'],
  [['sign', '--gate', 'exit', '--by', 'samir-aoun'], 'The day of this gate is 2026-10-02'],
  [[...rehearsal, '--key', 'no-such-key'], 'There is no key file'],
])('%j is refused', async (args, words) => {
  const { code, stderr } = await world().run(args);
  expect(stderr).toContain(words);
  expect(code).toBe(2);
});

test('refuses a key that is not registered, and says what to write', async () => {
  const { run, publicKey } = world(() => '');
  const { code, stderr } = await run(rehearsal);
  expect(code).toBe(2);
  expect(stderr).toContain(
    `people/samir-aoun.yaml:\nkeys:\n  - fingerprint: ${fingerprintOf(publicKey)}`,
  );
});

test('refuses the exit while rules fail, and a gate that is signed already', async () => {
  const { run, content } = world();
  const { code, stderr } = await run(['sign', '--gate', 'exit', '--by', 'samir-aoun'], {
    today: '2026-10-02',
  });
  expect(code).toBe(2);
  expect(stderr).toMatch(/The exit cannot be signed: \d+ findings and open questions are left/);
  expect(existsSync(join(content, 'sign-offs'))).toBe(false);
  await run(rehearsal);
  expect((await run(rehearsal)).stderr).toContain(
    'sign-offs/30-days-rehearsal.yaml signs this gate already',
  );
});

test('signs with the key that git signs with', async () => {
  const { cwd, run, key } = world();
  const config = join(cwd, 'gitconfig');
  writeFileSync(config, `[gpg]\n\tformat = ssh\n[user]\n\tsigningkey = ${key}\n`);
  const env = { ...quietGit, GIT_CONFIG_GLOBAL: config, HOME: '/nowhere' };
  expect((await run([...rehearsal, '--dry-run'], { env })).code).toBe(0);
});

const week = `---
title: "Week 35: faxes on the day they arrive"
summary: What changed.   # kept as it is
status:   current
owner: leo-marsh
audience: [leadership]
iso_week: 2026-W35
---

## What changed

Nothing.
`;

test('signs a week and leaves every other byte', async () => {
  const { content, run } = world();
  put(content, 'weekly-summaries/2026-w35.mdx', week);
  const args = ['sign', 'weekly-summaries/2026-w35', '--by', 'samir-aoun'];
  expect((await run(args)).code).toBe(0);
  const file = join(content, 'weekly-summaries/2026-w35.mdx');
  const first = readFileSync(file, 'utf8');
  const [, stamp = ''] =
    /(signed:\n {2}by: samir-aoun\n {2}on: 2026-09-02\n {2}hash: [0-9a-f]{64}\n)/.exec(first) ?? [];
  expect(first.replace(stamp, '')).toBe(week);
  expect((await run(args)).stderr).toContain('is signed by samir-aoun already');
  writeFileSync(file, first.replace('Nothing.', 'Much.'));
  expect((await run(args, { today: '2026-09-03' })).code).toBe(0);
  const second = readFileSync(file, 'utf8');
  expect(second).toContain('on: 2026-09-03');
  expect(second.match(/^signed:/gm)).toHaveLength(1);
  expect((await run(['sign', 'weekly-summaries/2026-w36', '--by', 'samir-aoun'])).stderr).toContain(
    'Did you mean weekly-summaries/2026-w35?',
  );
});

test('files that are not committed are named before they are signed, and later the rules that differ', async () => {
  const { cwd, content, run } = world();
  execFileSync('git', ['init', '-q'], { cwd, env: quietGit });
  const { stderr } = await run(rehearsal);
  expect(stderr).toContain('These files are not committed as they are.');
  expect(stderr).toContain('\n  engagement.yaml\n');
  const page = join(content, 'systems/fax-gateway.mdx');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/^owner: .*$/m, 'owner: leo-marsh'));
  expect((await run(['verify-signoff'])).stdout).toMatch(
    /\n {2}[A-Z]+-\d+: \S+.* then, \S+.* now\n/,
  );
});
