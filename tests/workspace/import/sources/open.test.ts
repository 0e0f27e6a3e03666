import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSource } from '../../../../src/workspace/import/sources/open.ts';
import { sourceLimits } from '../../../../src/workspace/import/sources/source.ts';
import { encrypted, pointedTo, renamed, sized, zipOf } from './zips.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'source-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array = '# Words\n'): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const paths = (found: readonly { readonly path: string }[]) => found.map(({ path }) => path);

describe('a folder', () => {
  test('leaves out what programs put there and keeps hidden files that say something', async () => {
    for (const path of [
      'a.md',
      'node_modules/x/README.md',
      '.git/config',
      '.DS_Store',
      '.obsidian/app.json',
    ])
      put(path);
    expect(paths((await openSource(folder)).files)).toEqual(['.obsidian/app.json', 'a.md']);
  });

  test('follows links to its own files and names those that lead elsewhere', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.md'), 'no');
    put('docs/a.md');
    symlinkSync('docs/a.md', join(folder, 'README.md'));
    symlinkSync(join(outside, 'secret.md'), join(folder, 'secret.md'));
    symlinkSync('..', join(folder, 'docs/up'));
    symlinkSync('gone.md', join(folder, 'gone.md'));
    const source = await openSource(folder);
    rmSync(outside, { recursive: true });
    expect(source.files.map(({ path, alias }) => [path, alias])).toEqual([
      ['README.md', 'docs/a.md'],
      ['docs/a.md', undefined],
    ]);
    expect(paths(source.problems)).toEqual(['docs/up', 'gone.md', 'secret.md']);
  });

  test('takes names in any script, one spelling for each', async () => {
    put('подсистема/über.md'.normalize('NFD'));
    const [file] = (await openSource(folder)).files;
    expect(file?.path).toBe('подсистема/über.md'.normalize('NFC'));
    expect(Buffer.from((await file?.read()) ?? []).toString()).toBe('# Words\n');
  });

  test('says that a file changed or vanished while it was read', async () => {
    const changed = put('a.md');
    const gone = put('b.md');
    const [a, b] = (await openSource(folder)).files;
    writeFileSync(changed, 'other words');
    rmSync(gone);
    await expect(a?.read()).rejects.toThrow('a.md changed while the source was read');
    await expect(b?.read()).rejects.toThrow('b.md vanished while the source was read');
  });

  test('leaves out what is too large, and says so', async () => {
    put('a.md', 'x'.repeat(2 << 20));
    const { files, problems } = await openSource(folder, { ...sourceLimits, fileBytes: 1 << 20 });
    expect(files).toEqual([]);
    expect(problems[0]?.message).toBe('It has 2 MB; files over 1 MB are left out.');
  });

  test('tells what git and CODEOWNERS know', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, ...args], {
        env: {
          ...process.env,
          GIT_AUTHOR_DATE: '2026-01-02T12:00:00Z',
          GIT_COMMITTER_DATE: '2026-01-02T12:00:00Z',
        },
      });
    put('docs/old.md', 'one two three\n');
    put('CODEOWNERS', '* @all\n/docs/ @docs-team owner@example.org # ours\n');
    git('init', '-q');
    git('remote', 'add', 'origin', 'git@git.example.org:team/notes.git');
    const commit = (message: string) => {
      git('add', '-A');
      git('-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', 'commit', '-qm', message);
    };
    commit('one');
    git('mv', 'docs/old.md', 'docs/new.md');
    commit('two');
    const { facts } = await openSource(join(folder, 'docs'));
    expect(facts.of('new.md')).toEqual({
      created: '2026-01-02',
      changed: '2026-01-02',
      owners: ['@docs-team', 'owner@example.org'],
    });
    expect(facts.addressOf('../CODEOWNERS')).toBe(
      `https://git.example.org/team/notes/blob/${facts.commit}/CODEOWNERS`,
    );
    expect(facts.addressOf('../gone.md')).toBeNull();
  });
});

describe('an archive', () => {
  const opened = async (bytes: Uint8Array, limits = sourceLimits) =>
    openSource(put('export.zip', bytes), limits);

  test('is read entry by entry, without the folder that it is wrapped in', async () => {
    const source = await opened(
      await zipOf({ 'notes-main/a.md': 'A', 'notes-main/__MACOSX/b': '' }),
    );
    expect(paths(source.files)).toEqual(['a.md']);
    expect(Buffer.from((await source.files[0]?.read()) ?? []).toString()).toBe('A');
    source.close();
  });

  test('leaves out paths that lead out, links and names that come twice', async () => {
    const zip = await zipOf({ 'ab/evil.md': 'x', 'a.md': 'A', 'b.md': 'B' });
    const source = await opened(renamed(renamed(zip, 'ab/evil', '../evil'), 'b.md', 'a.md'));
    expect(paths(source.files)).toEqual(['a.md']);
    expect(source.problems).toMatchObject([
      { path: '../evil.md', message: expect.stringContaining('leads out of the archive') },
      { path: 'a.md', message: expect.stringContaining('two files of this name') },
    ]);
    const links = await opened(await zipOf({ 'l.md': '/etc/passwd' }, 0o120777));
    expect(links.problems).toMatchObject([
      { path: 'l.md', message: expect.stringContaining('link') },
    ]);
  });

  test('is refused or trimmed where it would fill the disk', async () => {
    const bomb = await zipOf({ 'bomb.md': Buffer.alloc(9 << 20), 'a.md': 'A' });
    const source = await opened(bomb);
    expect(paths(source.files)).toEqual(['a.md']);
    expect(source.problems[0]?.message).toContain('times its size');
    await expect(
      opened(bomb, { ...sourceLimits, ratio: 5000, totalBytes: 1 << 20 }),
    ).rejects.toThrow('its largest file is “bomb.md” with 9 MB');
    await expect(opened(bomb, { ...sourceLimits, files: 1, ratio: 5000 })).rejects.toThrow(
      'more than 1 files',
    );
  });

  test('is refused where entries share bytes, or all of them grow too much', async () => {
    const plain = await zipOf({ 'a.md': 'AAAA', 'b.md': 'BBBB' });
    await expect(opened(pointedTo(plain, 'b.md', 0))).rejects.toThrow('the same bytes');
    const grown = await zipOf({ 'a.md': Buffer.alloc(7 << 20), 'b.md': Buffer.alloc(7 << 20) });
    await expect(opened(grown, { ...sourceLimits, totalFrom: 8 << 20 })).rejects.toThrow(
      'would take more than 8 MB',
    );
    expect((await opened(grown)).files.length).toBe(2);
  });

  test('with a false size, or a secret stored in it, loses that file alone', async () => {
    const zip = await zipOf({ 'bad.md': Buffer.alloc(3 << 20), 'ok.md': '# Words' });
    const source = await opened(sized(zip, 'bad.md', 100));
    const [bad, ok] = source.files;
    await expect(bad?.read()).rejects.toThrow(
      'bad.md cannot be read from the archive: it has another size',
    );
    expect(Buffer.from((await ok?.read()) ?? []).toString()).toBe('# Words');
    source.close();
    const secret = await opened(
      encrypted(await zipOf({ 'a.md': 'AAAA', 'b.md': 'B' }, undefined, false), 'a.md'),
    );
    expect(paths(secret.files)).toEqual(['b.md']);
    expect(secret.problems[0]?.message).toContain('encrypted');
  });

  test('inside an archive is opened where it is all that there is', async () => {
    const part = await zipOf({ 'Page.md': '# Page' });
    expect(paths((await opened(await zipOf({ 'Export-Part-1.zip': part }))).files)).toEqual([
      'Page.md',
    ]);
    const attached = await zipOf({ 'a.md': 'A', 'logs.zip': part });
    expect(paths((await opened(attached)).files)).toEqual(['a.md', 'logs.zip']);
  });

  test('that is none is named', async () => {
    await expect(opened(Buffer.from('no zip'))).rejects.toThrow('The archive cannot be read');
  });
});

test('a single document brings the pictures beside it, and nothing else', async () => {
  put('a.md');
  put('b.md');
  put('img/x.png', 'x');
  expect(paths((await openSource(join(folder, 'a.md'))).files)).toEqual(['a.md', 'img/x.png']);
});

test('a source that is not there is named', async () => {
  await expect(openSource(join(folder, 'gone'))).rejects.toThrow('does not exist');
});

test('a source knows what stands up to three folders above it', async () => {
  put('mkdocs.yml');
  put('service/docs/guide/a.md');
  put('service/config/_default/hugo.toml');
  const { above } = await openSource(join(folder, 'service/docs/guide'));
  expect(above).toHaveLength(3);
  expect(above?.[1]).toEqual(expect.arrayContaining(['docs/.', 'config/_default/hugo.toml']));
  expect(above?.[2]).toEqual(expect.arrayContaining(['mkdocs.yml', 'service/.']));
});
