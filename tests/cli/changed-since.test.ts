import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commit, edit, git, repository, write } from './git.ts';
import { handbook, temporary } from './run.ts';

const runbook = 'content/runbooks/fax-queue-stalled.mdx';

interface Row {
  readonly ruleId: string;
  readonly path: string;
  readonly line: number;
  readonly isNew: boolean;
}

async function since(cwd: string, revision = 'HEAD', ...more: string[]) {
  const args = ['check', '--changed-since', revision, '--format', 'json', ...more];
  const { code, stdout, stderr } = await handbook(args, { cwd });
  const rows: Row[] = stdout === '' ? [] : JSON.parse(stdout).problems;
  return { code, stderr, rows: rows.map(({ ruleId, path, isNew }) => [path, ruleId, isNew]) };
}

describe('an error is reported that the change', () => {
  test('made in a file it touches, committed or not, tracked or not', async () => {
    const cwd = repository('small');
    git(cwd, 'switch', '--quiet', '-c', 'branch');
    edit(cwd, runbook, 'owner: ', 'owner: nobody-');
    const expected = { code: 1, rows: [[runbook, 'references', true]] };
    expect(await since(cwd)).toMatchObject(expected);
    commit(cwd, 'Break it');
    expect(await since(cwd, 'main')).toMatchObject(expected);
    expect(await since(cwd)).toMatchObject({ code: 0, rows: [] });
    write(cwd, 'content/alerts/new one "é".yaml', 'title: [\n');
    expect((await since(cwd)).rows).toContainEqual([
      'content/alerts/new one "é".yaml',
      'yaml-syntax',
      true,
    ]);
  });

  test('caused elsewhere: a removed person breaks the file that names them', async () => {
    const cwd = repository('small');
    rmSync(join(cwd, 'content/people/ada-reyes.yaml'));
    const { code, rows } = await since(cwd);
    expect(code).toBe(1);
    expect(rows).toContainEqual(['content/engagement.yaml', 'references', true]);
  });

  test('caused elsewhere: a removed heading breaks the link to it', async () => {
    const cwd = repository('small');
    edit(
      cwd,
      'content/adrs/0001-queue-the-faxes.mdx',
      '\n## ',
      '\nSee [it](../runbooks/fax-queue-stalled.mdx#impact).\n\n## ',
    );
    commit(cwd, 'Link');
    expect((await since(cwd)).rows).toEqual([]);
    edit(cwd, runbook, '## Impact', '## What it hits');
    expect((await since(cwd)).rows).toContainEqual([
      'content/adrs/0001-queue-the-faxes.mdx',
      'anchors',
      true,
    ]);
  });

  test('made on the branch, and not what the other branch has made since', async () => {
    const cwd = repository('small');
    git(cwd, 'branch', 'branch');
    edit(cwd, runbook, 'owner: ', 'owner: nobody-');
    commit(cwd, 'Main breaks it');
    git(cwd, 'switch', '--quiet', 'branch');
    edit(cwd, 'content/alerts/faxqueueold.yaml', 'title: ', 'titel: ');
    const { rows } = await since(cwd, 'main');
    expect(rows.every(([path]) => path === 'content/alerts/faxqueueold.yaml')).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
  });
});

test('what the other branch has mended since is not taken for made on this one', async () => {
  const cwd = repository('broken');
  git(cwd, 'branch', 'branch');
  edit(cwd, runbook, 'status: actve', 'status: current');
  commit(cwd, 'Main mends it');
  git(cwd, 'switch', '--quiet', 'branch');
  write(cwd, 'content/notes.txt', 'x');
  expect(await since(cwd, 'main')).toMatchObject({ code: 0, rows: [] });
});

describe('what was there before', () => {
  test('is counted in files that did not change', async () => {
    const cwd = repository('broken');
    write(cwd, 'content/glossary/fax.mdx', '---\ntitle: [\n---\n');
    const { code, stdout } = await handbook(['check', '--changed-since', 'HEAD'], { cwd });
    expect(code).toBe(1);
    expect(stdout).not.toContain('fax-queue-stalled');
    expect(stdout).toMatch(
      /\n1 file changed since HEAD \([0-9a-f]{12}\)\. 6 findings in other files were there before and are not listed\.\n$/,
    );
  });

  test('is shown in a file that changed, on other lines too, and fails nothing', async () => {
    const cwd = repository('broken');
    edit(cwd, runbook, '---\n', '---\n# A comment\n\n');
    const { code, rows } = await since(cwd);
    expect(code).toBe(0);
    expect(rows).toHaveLength(5);
    expect(rows.every(([path, , isNew]) => path === runbook && isNew === false)).toBe(true);
  });

  test('is the same after its file was renamed, staged or not', async () => {
    const cwd = repository('broken');
    const to = 'content/runbooks/fax-stalled.mdx';
    renameSync(join(cwd, runbook), join(cwd, to));
    const unstaged = await since(cwd);
    expect(unstaged.code).toBe(0);
    expect(unstaged.rows).toHaveLength(5);
    expect(unstaged.rows.every(([path, , isNew]) => path === to && isNew === false)).toBe(true);
    git(cwd, 'add', '--all');
    expect(await since(cwd)).toEqual(unstaged);
  });

  test('is the same when something else changes the words for it', async () => {
    const cwd = repository('broken');
    renameSync(join(cwd, 'content/people/sam-okafor.yaml'), join(cwd, 'content/people/zoe.yaml'));
    const { rows } = await since(cwd, 'HEAD', 'runbooks');
    expect(rows).toEqual([]);
  });

  test('does not hide a second break of the same kind, which is the one on the new line', async () => {
    const cwd = repository('broken');
    const link = 'See [the gateway](../systems/fax-gateway.mdx).';
    edit(cwd, runbook, link, `Ask [them](../systems/fax-gateway.mdx) first.\n\n${link}`);
    const { code, rows } = await since(cwd);
    expect(code).toBe(1);
    const links = rows.filter(([, rule]) => rule === 'links');
    expect(links.map(([, , isNew]) => isNew)).toEqual([true, false]);
  });

  test('does not stand in for another field that is missing now', async () => {
    const cwd = repository('small');
    const text = readFileSync(join(cwd, runbook), 'utf8');
    write(cwd, runbook, text.replace(/^owner: .*\n/m, ''));
    commit(cwd, 'Take the owner out');
    write(cwd, runbook, text.replace(/^status: .*\n/m, ''));
    const { code, rows } = await since(cwd);
    expect(code).toBe(1);
    expect(rows).toContainEqual([runbook, 'schema', true]);
  });
});

describe('a baseline', () => {
  test('excuses what it knew before the change', async () => {
    const cwd = repository('small');
    edit(cwd, runbook, 'owner: ', 'owner: nobody-');
    await handbook(['check', '--write-baseline'], { cwd });
    edit(cwd, runbook, 'owner: nobody-', 'owner: ');
    commit(cwd, 'Know it, and mend it');
    edit(cwd, runbook, 'owner: ', 'owner: nobody-');
    expect((await since(cwd)).code).toBe(0);
    edit(cwd, runbook, 'status: ', 'status: x');
    expect((await since(cwd)).code).toBe(1);
  });

  test('of the change itself excuses nothing, committed or not', async () => {
    const cwd = repository('small');
    git(cwd, 'switch', '--quiet', '-c', 'branch');
    edit(cwd, runbook, 'owner: ', 'owner: nobody-');
    await handbook(['check', '--write-baseline'], { cwd });
    const expected = { code: 1, rows: [[runbook, 'references', true]] };
    expect(await since(cwd)).toMatchObject(expected);
    commit(cwd, 'Break it, and know it');
    expect(await since(cwd, 'main')).toMatchObject(expected);
    expect((await handbook(['check'], { cwd })).code).toBe(0);
  });

  test('that was none can be mended', async () => {
    const cwd = repository('small');
    write(cwd, 'content/baseline.json', '{');
    commit(cwd, 'Break the baseline');
    expect((await since(cwd)).code).toBe(2);
    rmSync(join(cwd, 'content/baseline.json'));
    expect((await since(cwd)).code).toBe(0);
  });
});

describe('one identifier in the place of another is new', () => {
  const number = (digits: string) => `\nMRN ${digits} of a patient.\n`;
  const identifiers = async (cwd: string) =>
    (await since(cwd)).rows.filter(([, rule]) => rule === 'identifiers');
  /** What a change makes of a file that holds a number already. */
  async function swapped(path: string, before: string, now: string) {
    const cwd = repository('small');
    const text = existsSync(join(cwd, path)) ? readFileSync(join(cwd, path), 'utf8') : '';
    write(cwd, path, text + before);
    commit(cwd, 'Begin with a number');
    write(cwd, path, text + now);
    return identifiers(cwd);
  }

  test('in a document', async () => {
    expect(await swapped(runbook, number('8841207'), number('9952318'))).toEqual([
      [runbook, 'identifiers', true],
    ]);
  });

  test('in a file beside the documents', async () => {
    const path = 'content/evidence/a.txt';
    expect(await swapped(path, number('8841207'), number('9952318'))).toEqual([
      [path, 'identifiers', true],
    ]);
  });

  test('and one that stayed while its line moved is not', async () => {
    const before = number('8841207');
    expect(await swapped(runbook, before, `\nMore.\n${before}`)).toEqual([
      [runbook, 'identifiers', false],
    ]);
  });
});

test('warnings are listed and fail nothing', async () => {
  const cwd = repository('small');
  edit(cwd, runbook, 'summary: ', 'summary: "To write: ');
  const text = readFileSync(join(cwd, runbook), 'utf8');
  write(cwd, runbook, text.replace(/^(summary: .*)$/m, '$1"'));
  const { code, rows } = await since(cwd);
  expect({ code, rows }).toEqual({ code: 0, rows: [[runbook, 'template-words', true]] });
});

test('nothing is written into the repository', async () => {
  const cwd = repository('small');
  const index = readFileSync(join(cwd, '.git/index'));
  const objects = () => git(cwd, 'count-objects', '-v');
  const before = objects();
  write(cwd, 'content/alerts/new.yaml', 'title: New\n');
  await since(cwd);
  await since(cwd, 'HEAD', '--staged');
  expect(objects()).toBe(before);
  expect(readFileSync(join(cwd, '.git/index'))).toEqual(index);
  expect(git(cwd, 'status', '--porcelain')).toBe('?? content/alerts/new.yaml\n');
});

test('what git or the walk leave out is no change', async () => {
  const cwd = repository('small');
  write(cwd, '.gitignore', 'scratch.txt\n');
  write(cwd, 'content/.hidden/a.txt', 'x');
  write(cwd, 'content/scratch.txt', 'x');
  const { stdout } = await handbook(['check', '--changed-since', 'HEAD'], { cwd });
  expect(stdout).toContain('No file changed since HEAD');
});

describe('--staged', () => {
  test('judges what will be committed and not the files', async () => {
    const cwd = repository('small');
    edit(cwd, runbook, 'owner: ', 'owner: nobody-');
    git(cwd, 'add', '--all');
    edit(cwd, runbook, 'owner: nobody-', 'owner: ');
    expect((await since(cwd)).code).toBe(0);
    expect(await since(cwd, 'HEAD', '--staged')).toMatchObject({
      code: 1,
      rows: [[runbook, 'references', true]],
    });
    git(cwd, 'add', '--all');
    edit(cwd, runbook, 'owner: ', 'owner: nobody-');
    expect((await since(cwd)).code).toBe(1);
    expect((await since(cwd, 'HEAD', '--staged')).code).toBe(0);
  });
});

describe('a content folder', () => {
  test('that is the repository itself', async () => {
    const cwd = temporary('small');
    const inside = join(cwd, 'content');
    git(inside, 'init', '--quiet');
    commit(inside, 'Begin');
    rmSync(join(inside, 'people/ada-reyes.yaml'));
    expect((await since(cwd)).rows).toEqual([['content/engagement.yaml', 'references', true]]);
  });

  test('with a name that git would quote, below other folders', async () => {
    const cwd = temporary();
    const inside = join(cwd, 'a b/"é\n');
    mkdirSync(join(cwd, 'a b'));
    cpSync(join(import.meta.dirname, '../fixtures/cli/small'), inside, { recursive: true });
    git(cwd, 'init', '--quiet');
    commit(cwd, 'Begin');
    rmSync(join(inside, 'people/ada-reyes.yaml'));
    const { code, rows } = await since(cwd, 'HEAD', '--content', inside);
    expect({ code, rules: rows.map(([, rule]) => rule) }).toEqual({
      code: 1,
      rules: ['references'],
    });
  });

  test('that a symbolic link leads to', async () => {
    const cwd = repository('small');
    symlinkSync('content', join(cwd, 'link'));
    rmSync(join(cwd, 'content/people/ada-reyes.yaml'));
    const { rows } = await since(cwd, 'HEAD', '--content', 'link');
    expect(rows).toEqual([['link/engagement.yaml', 'references', true]]);
  });

  test('that was not there: everything is new', async () => {
    const cwd = temporary();
    git(cwd, 'init', '--quiet');
    commit(cwd, 'Empty');
    cpSync(join(import.meta.dirname, '../fixtures/cli/broken'), join(cwd, 'content'), {
      recursive: true,
    });
    const { code, rows } = await since(cwd);
    expect({ code, all: rows.length }).toEqual({ code: 1, all: 6 });
    const { stdout } = await handbook(['check', '--changed-since', 'HEAD'], { cwd });
    expect(stdout).toContain('The content folder was empty at HEAD, so everything in it is new.');
  });
});

describe('what cannot be done is said, with exit code 2', () => {
  const refused = async (cwd: string, words: string | RegExp, ...args: string[]) => {
    const result = await handbook(['check', ...args], { cwd });
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(words);
    expect(result.stderr.split('\n')).toHaveLength(2);
  };

  test('no git repository', async () => {
    await refused(temporary('small'), /is in no git repository/, '--changed-since', 'HEAD');
  });

  test('no commit', async () => {
    const cwd = temporary('small');
    git(cwd, 'init', '--quiet');
    await refused(cwd, /has no commit yet/, '--changed-since', 'HEAD');
  });

  test.each(['nowhere', 'HEAD:content', 'HEAD..HEAD', 'a b', '--upload-pack=x'])(
    'a revision that is none: %s',
    async (revision) => {
      await refused(repository('small'), /names no commit of/, `--changed-since=${revision}`);
    },
  );

  test('a clone without the commit, or without the merge base', async () => {
    const origin = repository('small');
    git(origin, 'branch', 'branch');
    commit(origin, 'On main');
    git(origin, 'switch', '--quiet', 'branch');
    commit(origin, 'On the branch');
    const cwd = temporary();
    const url = `file://${origin}`;
    git(cwd, 'clone', '--quiet', '--depth=1', '--no-single-branch', url, 'clone');
    const clone = join(cwd, 'clone');
    const shallow = /shallow.*git fetch --unshallow/;
    await refused(clone, shallow, '--changed-since', 'origin/main');
    await refused(clone, shallow, '--changed-since', 'HEAD~1');
    git(clone, 'fetch', '--quiet', '--unshallow');
    expect((await since(clone, 'origin/main')).code).toBe(0);
  });

  test('two histories that have nothing in common', async () => {
    const cwd = repository('small');
    git(cwd, 'switch', '--quiet', '--orphan', 'other');
    commit(cwd, 'Begin again');
    git(cwd, 'checkout', '--quiet', 'main', '--', 'content');
    await refused(cwd, /have no commit in common/, '--changed-since', 'main');
  });

  test('a submodule among the documents', async () => {
    const other = repository('small');
    const cwd = repository('small');
    git(
      cwd,
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      other,
      'content/evidence',
    );
    commit(cwd, 'Add a submodule');
    await refused(cwd, /content\/evidence is a submodule/, '--changed-since', 'HEAD');
  });

  test('a content folder that git ignores', async () => {
    const cwd = temporary('small');
    git(cwd, 'init', '--quiet');
    write(cwd, '.gitignore', 'content/\n');
    commit(cwd, 'Begin');
    await refused(cwd, /git ignores/, '--changed-since', 'HEAD');
  });

  test.each([
    [['--staged'], /--staged needs a revision/],
    [['--as-of', '2026-09-15'], /--as-of needs a revision/],
    [['--changed-since', 'HEAD', '--write-baseline'], /A baseline is of the whole handbook/],
    [['--changed-since', 'HEAD', '--as-of', 'soon', '--format', 'markdown'], /is no day/],
  ])('%j', async (args, words) => {
    await refused(repository('small'), words, ...args);
  });
});

test('git in the middle of a hook is not led astray by its variables', async () => {
  const cwd = repository('small');
  rmSync(join(cwd, 'content/people/ada-reyes.yaml'));
  git(cwd, 'add', '--all');
  const bin = join(import.meta.dirname, '../../src/cli/bin.ts');
  const args = [bin, 'check', '--changed-since', 'HEAD', '--staged', '--format', 'json'];
  const env = { ...process.env, GIT_INDEX_FILE: join(cwd, '.git/index'), HANDBOOK_CONTENT: '' };
  const run = () => execFileSync(process.execPath, args, { cwd, env, stdio: 'pipe' });
  expect(run).toThrow(expect.objectContaining({ status: 1 }));
});
