import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocatedProblem } from '../../src/domain/problems/problem.ts';
import { walk } from '../../src/workspace/walk.ts';
import { base, checkFolder } from '../rules/folder.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'handbook walk-'));
  for (const [path, text] of Object.entries(base)) put(path, text ?? '');
});

afterEach(() => {
  execFileSync('chmod', ['-R', 'u+rwX', root]);
  rmSync(root, { recursive: true, force: true });
});

function put(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const short = (problems: readonly LocatedProblem[]) =>
  problems.map(({ path, ruleId, messageId }) => `${path} ${ruleId}.${messageId}`);
const link = (target: string, path: string) => symlinkSync(target, join(root, path));
const MRN = base['glossary/mrn.mdx'] as string;

describe('symbolic links', () => {
  it('to a file of the folder are read, all others are told', () => {
    mkdirSync(join(root, 'runbooks/more'));
    link('.', 'glossary/self');
    link('..', 'runbooks/more/up');
    link('b.mdx', 'glossary/a.mdx');
    link('a.mdx', 'glossary/b.mdx');
    link('nowhere.mdx', 'glossary/dangling.mdx');
    link('/etc/hostname', 'glossary/outside.mdx');
    link('/dev/zero', 'glossary/zero.mdx');
    link('../systems', 'glossary/systems');
    link('mrn.mdx', 'glossary/same.mdx');
    link('../runbooks/queue.png', 'glossary/queue.png');
    expect(short(checkFolder(root))).toEqual([
      'glossary/a.mdx file-readable.loop',
      'glossary/b.mdx file-readable.loop',
      'glossary/dangling.mdx file-readable.broken',
      'glossary/outside.mdx file-readable.outside',
      'glossary/self file-readable.loop',
      'glossary/systems file-readable.folder',
      'glossary/zero.mdx file-readable.outside',
      'runbooks/more/up file-readable.loop',
    ]);
    expect(walk(root).map(({ path }) => path)).toContain('glossary/same.mdx');
  });

  it('do not multiply folders without end', () => {
    for (let level = 0; level < 30; level++) {
      mkdirSync(join(root, `runbooks/l${level}`), { recursive: true });
      link(`../l${level + 1}`, `runbooks/l${level}/one`);
      link(`../l${level + 1}`, `runbooks/l${level}/two`);
    }
    mkdirSync(join(root, 'runbooks/l30'));
    const began = performance.now();
    expect(short(checkFolder(root))).toHaveLength(60);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it('is told and not opened: a pipe, a link to one, a socket', async () => {
    execFileSync('mkfifo', [join(root, 'glossary/pipe.mdx')]);
    link('pipe.mdx', 'glossary/to-pipe.mdx');
    const server = createServer().listen(join(root, 'glossary/s.sock'));
    await new Promise((done) => server.once('listening', done));
    const problems = checkFolder(root);
    server.close();
    expect(short(problems)).toEqual([
      'glossary/pipe.mdx file-readable.special',
      'glossary/s.sock file-readable.special',
      'glossary/to-pipe.mdx file-readable.special',
    ]);
    expect(problems.map(({ message }) => /no file but a (\w+)/.exec(message)?.[1])).toEqual([
      'pipe',
      'socket',
      'pipe',
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('without permission', () => {
  it('a file and a folder are told, and everything else is checked', () => {
    put('glossary/closed.mdx', MRN);
    put('memos/shut/a.mdx', MRN);
    put('glossary/other.mdx', `${MRN}\n[a](closed.mdx) [b](nothing-like-it.mdx)\n`);
    chmodSync(root, 0o755);
    chmodSync(join(root, 'glossary/closed.mdx'), 0);
    chmodSync(join(root, 'memos/shut'), 0);
    expect(short(checkAsNobody())).toEqual([
      'glossary/closed.mdx file-readable.denied',
      'glossary/other.mdx links.file',
      'memos/shut file-readable.denied',
    ]);
  });

  /** To root nothing is closed, so root looks with another user's eyes. */
  function checkAsNobody(): LocatedProblem[] {
    const script = resolve(import.meta.dirname, 'print-problems.ts');
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const options = { encoding: 'utf8', ...user } as const;
    return JSON.parse(execFileSync(process.execPath, [script, root], options));
  }
});

describe('names', () => {
  it.each([
    ['a folder of documents in which a name has a line break', 'glossary/new\nline.mdx', 'slug'],
    ['a space', 'glossary/a b.mdx', 'slug'],
    ['capital letters', 'glossary/ADT.mdx', 'slug'],
    ['dots', 'glossary/v1.2.mdx', 'slug'],
    ['composed letters', 'glossary/m\u00e9moire.mdx', 'slug'],
    ['decomposed letters', 'glossary/me\u0301moire.mdx', 'slug'],
    ['letters of another script', 'glossary/用語.mdx', 'noSlug'],
    ['a prototype key', 'glossary/__proto__.mdx', 'slug'],
    ['a direction mark', 'glossary/a\u202eb.mdx', 'slug'],
    ['an ending in capitals', 'glossary/adt.MDX', 'ending'],
  ])('%s', (_, path, messageId) => {
    put(path, MRN);
    expect(short(checkFolder(root))).toEqual([`${path} file-name.${messageId}`]);
  });

  it.each([
    'glossary/constructor.mdx',
    `glossary/${'a'.repeat(200)}.mdx`,
    'glossary/deep/er/a.mdx',
  ])('%s is one', (path) => {
    put(path, MRN);
    expect(short(checkFolder(root))).toEqual([]);
  });

  it('two that are told apart by one letter only share no address', () => {
    for (const name of ['用', '語']) put(`glossary/${name}.mdx`, MRN);
    expect(short(checkFolder(root)).filter((line) => line.includes('addresses'))).toEqual([]);
  });

  it('hidden files and node_modules are none of the handbook', () => {
    for (const path of ['.git/x.mdx', 'glossary/.draft.mdx', 'node_modules/a/README.md'])
      put(path, '<');
    expect(short(checkFolder(root))).toEqual([]);
  });
});

describe('a file that could not be taken in', () => {
  it('is no dead reference in every document that names it', () => {
    put('people/ann-lee.yaml', '');
    put('people/bo-reyes.yml', base['people/bo-reyes.yaml'] as string);
    rmSync(join(root, 'people/bo-reyes.yaml'));
    put('glossary/a.mdx', `${MRN}\n[a](../people/ann-lee.yaml) [b](/people/ann-lee/)\n`);
    expect(short(checkFolder(root))).toEqual([
      'people/ann-lee.yaml file-readable.empty',
      'people/bo-reyes.yml file-name.ending',
    ]);
  });

  it('and is engagement.yaml itself', () => {
    put('engagement.yaml', '');
    expect(short(checkFolder(root))).toEqual(['engagement.yaml file-readable.empty']);
  });
});
