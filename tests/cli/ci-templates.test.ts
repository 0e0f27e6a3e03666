import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseArguments } from '../../src/cli/arguments.ts';
import { commandNamed } from '../../src/cli/commands/registry.ts';
import { commit, edit, git, write } from './git.ts';
import { handbook, quietGit, temporary } from './run.ts';

const project = join(import.meta.dirname, '../..');
const paths = ['.github/workflows/handbook.yml', '.gitlab-ci.yml', '.githooks/pre-commit'];

const facts = [
  '--customer=Lakeside Clinics',
  '--customer-domain=lakeside.example',
  '--vendor=Northgate',
  '--vendor-domain=northgate.example',
  '--sponsor=Ada Reyes',
  '--lead=Sam Okafor',
  '--kickoff=2026-09-01',
  '--exit=2027-02-26',
];

/** A folder with a new handbook in it. */
async function started(named = 'h', prepare: (cwd: string) => unknown = () => {}): Promise<string> {
  const cwd = temporary();
  prepare(cwd);
  const { code } = await handbook(['init', named, ...facts], { cwd, home: join(cwd, 'program') });
  expect(code).toBe(0);
  return cwd;
}

const read = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8');

describe('init', () => {
  test('writes them into the new folder, where it is in no repository', async () => {
    const cwd = await started();
    for (const path of paths) expect(existsSync(join(cwd, 'h', path))).toBe(true);
    expect(statSync(join(cwd, 'h/.githooks/pre-commit')).mode & 0o111).toBe(0o111);
    expect(parse(read(cwd, 'h/.github/workflows/handbook.yml')).env.CONTENT).toBe('.');
    expect((await handbook(['check', '--content', 'h'], { cwd })).code).toBe(0);
  });

  test('writes them to the top of a repository, and leaves what is there', async () => {
    const name = `it's "a" $(b)`;
    const cwd = await started(join('docs', name), (folder) => {
      mkdirSync(join(folder, '.git'));
      writeFileSync(join(folder, '.gitlab-ci.yml'), 'mine: {}\n');
    });
    expect(read(cwd, '.gitlab-ci.yml')).toBe('mine: {}\n');
    expect(parse(read(cwd, '.github/workflows/handbook.yml')).env.CONTENT).toBe(`docs/${name}`);
    const hook = read(cwd, '.githooks/pre-commit');
    const line = hook.split('\n').find((one) => one.startsWith('content=')) ?? '';
    const said = spawnSync('sh', ['-c', `${line}; printf %s "$content"`], { encoding: 'utf8' });
    expect(said.stdout).toBe(`docs/${name}`);
    const again = await handbook(['init', 'other', ...facts], { cwd, home: join(cwd, 'program') });
    expect(again.stderr).toContain('.gitlab-ci.yml is there already and was left as it is.');
    expect(again.stdout).not.toContain('.git');
  });

  test('writes none into the repository of the program itself', async () => {
    const cwd = temporary();
    mkdirSync(join(cwd, '.git'));
    expect((await handbook(['init', 'content', ...facts], { cwd, home: cwd })).code).toBe(0);
    for (const path of paths) expect(existsSync(join(cwd, path))).toBe(false);
  });

  test('names the commit of the program, and its address unless that holds a password', async () => {
    const start = async (address: string) => {
      const cwd = temporary();
      const home = join(cwd, 'program');
      mkdirSync(home);
      git(home, 'init', '--quiet');
      git(home, 'remote', 'add', 'origin', address);
      commit(home, 'Begin');
      await handbook(['init', 'h', ...facts], { cwd, home });
      const { env } = parse(read(cwd, 'h/.github/workflows/handbook.yml'));
      expect(env.HANDBOOK_COMMIT).toBe(git(home, 'rev-parse', 'HEAD').trim());
      expect(read(cwd, 'h/.gitlab-ci.yml')).toContain(JSON.stringify(env.HANDBOOK_REPOSITORY));
      return env.HANDBOOK_REPOSITORY;
    };
    expect(await start('https://code.example/a/b.git')).toBe('https://code.example/a/b.git');
    for (const secret of ['https://me:secret@code.example/a.git', '/home/me/program'])
      expect(await start(secret)).toBe('https://git.example/WRITE-HERE/exit-ramp-handbook.git');
  });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const own = '.github/workflows/ci.yml';
const workflow = async (name: string) =>
  name === own
    ? readFileSync(join(project, own), 'utf8')
    : read(await started(), 'h/.github/workflows/handbook.yml');

describe.each(['handbook.yml', own])('the workflow %s', (name) => {
  test('may read and nothing else, and pins what it uses by its hash', async () => {
    const text = await workflow(name);
    const { permissions, jobs, ...rest } = parse(text);
    expect(Object.keys(rest.on)).toEqual(['pull_request', 'push']);
    expect(permissions).toEqual({ contents: 'read' });
    const all = Object.values<{ steps: Step[]; permissions?: unknown }>(jobs);
    const steps = all.flatMap((job) => job.steps);
    for (const job of all) expect(job.permissions).toBeUndefined();
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
    expect(steps[0]?.with).toMatchObject({ 'fetch-depth': 0, 'persist-credentials': false });
    // What somebody can write into a pull request never becomes a part of a script.
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
    expect(text).not.toContain('secrets.');
  });
});

/** The words after `handbook` of every command in a text. */
const commandsIn = (text: string): string[][] =>
  [...text.matchAll(/^\s*handbook (?!\()(.*)$/gm)].map(([, line = '']) => {
    const [typed = ''] = line.split(/ (?:>|\|\|)/);
    return [...typed.matchAll(/"[^"]*"|\S+/g)].map(([word]) =>
      word.startsWith('"$') ? 'value' : word,
    );
  });

test.each([...paths, own])('every command in %s is one that there is', async (path) => {
  const text = path === own ? await workflow(own) : read(await started(), `h/${path}`);
  const found = commandsIn(text);
  expect(found.length).toBeGreaterThan(1);
  for (const [name = '', ...words] of found) {
    const command = await commandNamed(name);
    expect(command, name).toBeDefined();
    if (command) expect(() => parseArguments(command, words)).not.toThrow();
  }
});

test('the pipeline keeps JUnit for the merge request, and has the whole history', async () => {
  const { handbook: job } = parse(read(await started(), 'h/.gitlab-ci.yml'));
  expect(job.variables.GIT_DEPTH).toBe('0');
  expect(job.artifacts).toMatchObject({
    when: 'always',
    reports: { junit: '.handbook/junit.xml' },
  });
  expect(job.script.join('\n')).toContain('> .handbook/junit.xml');
});

test.each(['.githooks/pre-commit', '.gitlab-ci.yml', '.github/workflows/handbook.yml'])(
  'the scripts of %s are read by the shell',
  async (path) => {
    const text = read(await started(), `h/${path}`);
    const scripts = path.endsWith('.yml')
      ? [...JSON.stringify(parse(text)).matchAll(/"(?:run":|script":\[)("(?:[^"\\]|\\.)*")/g)].map(
          ([, json]) => JSON.parse(json ?? '""'),
        )
      : [text];
    expect(scripts.length).toBeGreaterThan(0);
    for (const input of scripts) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
  },
);

describe('the hook', () => {
  const env = { ...quietGit, HOME: '/nonexistent', npm_config_update_notifier: 'false' };
  const attempt = (cwd: string, ...args: string[]) =>
    spawnSync(
      'git',
      [
        '-c',
        'user.name=Sam',
        '-c',
        'user.email=s@x.example',
        'commit',
        '--quiet',
        '-m',
        'Try',
        ...args,
      ],
      {
        cwd,
        encoding: 'utf8',
        env,
      },
    );

  async function installed(inFolder = false): Promise<string> {
    const top = await started('h', (folder) => inFolder && git(folder, 'init', '--quiet'));
    const cwd = inFolder ? top : join(top, 'h');
    if (!inFolder) git(cwd, 'init', '--quiet');
    commit(cwd, 'Begin');
    git(cwd, 'config', 'core.hooksPath', '.githooks');
    git(cwd, 'config', 'handbook.checker', project);
    return cwd;
  }

  test('refuses a commit that breaks the handbook, and lets a good one pass', async () => {
    const cwd = await installed();
    rmSync(join(cwd, 'people/ada-reyes.yaml'));
    const bad = attempt(cwd, '--all');
    expect(bad.status).not.toBe(0);
    expect(bad.stdout + bad.stderr).toMatch(/engagement\.yaml:\d+:\d+ {2}error {2}references/);
    git(cwd, 'checkout', '--quiet', 'HEAD', '--', 'people');
    edit(cwd, 'people/ada-reyes.yaml', 'name: Ada Reyes', 'name: Ada M. Reyes');
    const good = attempt(cwd, '--all');
    expect({ status: good.status, stderr: good.stderr }).toMatchObject({ status: 0 });
  });

  test('judges what is staged: a mended file does not help, a broken one does not hinder', async () => {
    const cwd = await installed();
    edit(cwd, 'people/ada-reyes.yaml', 'name: Ada Reyes', 'nmae: Ada Reyes');
    git(cwd, 'add', '--all');
    edit(cwd, 'people/ada-reyes.yaml', 'nmae: Ada Reyes', 'name: Ada Reyes');
    expect(attempt(cwd).status).not.toBe(0);
    edit(cwd, 'people/ada-reyes.yaml', 'name: Ada Reyes', 'name: Ada M. Reyes');
    git(cwd, 'add', '--all');
    edit(cwd, 'people/ada-reyes.yaml', 'name: Ada M.', 'nmae: Ada');
    expect(attempt(cwd).status).toBe(0);
  });

  test('works in a second work tree, and says what is missing without its program', async () => {
    const cwd = await installed(true);
    git(cwd, 'worktree', 'add', '--quiet', 'second');
    const second = join(cwd, 'second');
    rmSync(join(second, 'h/people/ada-reyes.yaml'));
    const { stdout, stderr: said, status: code } = attempt(second, '--all');
    expect(stdout + said).toContain('error  references');
    expect(code).not.toBe(0);
    git(cwd, 'config', '--unset', 'handbook.checker');
    write(cwd, 'h/people/ada-reyes.yaml', 'x');
    const { status, stderr } = attempt(cwd, '--all');
    expect(status).not.toBe(0);
    expect(stderr).toContain('git config handbook.checker PATH');
  });
});
