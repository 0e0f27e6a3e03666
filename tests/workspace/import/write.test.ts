import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type FilePut, putText } from '../../../src/workspace/import/plan.ts';
import { putTogether, undoKilled } from '../../../src/workspace/import/write.ts';
import { filesIn, writeFiles } from '../../cli/import.ts';

const start = { 'a.mdx': 'one', 'runbooks/b.mdx': 'two' };

function folder(files: Readonly<Record<string, string>> = start): string {
  const root = mkdtempSync(join(tmpdir(), 'handbook-put-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFiles(root, files);
  return root;
}

test('files are written new and in the place of others, which keep their permissions', async () => {
  const root = folder();
  chmodSync(join(root, 'a.mdx'), 0o600);
  await putTogether(root, [
    putText('a.mdx', 'eins', 'one'),
    putText('new/deep/c.mdx', 'drei', null),
    { path: 'files/x.bin', content: async () => Buffer.from('bytes'), replaces: null },
  ]);
  expect(filesIn(root)).toEqual({
    'a.mdx': 'eins',
    'files/x.bin': 'bytes',
    'new/deep/c.mdx': 'drei',
    'runbooks/b.mdx': 'two',
  });
  expect(statSync(join(root, 'a.mdx')).mode & 0o777).toBe(0o600);
});

const failing: [string, FilePut][] = [
  ['a text that changed meanwhile', putText('runbooks/b.mdx', 'zwei', 'other')],
  ['a new file that is there meanwhile', putText('runbooks/b.mdx', 'zwei', null)],
  ['a file that is gone meanwhile', putText('gone.mdx', 'x', 'was')],
  ['a file where a folder has to be', putText('a.mdx/c.mdx', 'x', null)],
  ['a name that no disk takes', putText(`${'x'.repeat(300)}.mdx`, 'x', null)],
  [
    'bytes that cannot be read',
    { path: 'x.png', content: () => Promise.reject(new Error('gone')), replaces: null },
  ],
];

test.each(failing)('%s: everything is as it was', async (_, last) => {
  const root = folder();
  const all = [putText('a.mdx', 'eins', 'one'), putText('new/deep/c.mdx', 'drei', null), last];
  await expect(
    putTogether(
      root,
      all.filter(({ path }, at) => all.findLastIndex((one) => one.path === path) === at),
    ),
  ).rejects.toThrow();
  expect(filesIn(root)).toEqual(start);
  expect(existsSync(join(root, 'new'))).toBe(false);
});

test('Ctrl-C while files are written leaves the folder as it was', async () => {
  const root = folder();
  const stop = async () => {
    process.emit('SIGINT');
    return Buffer.from('x');
  };
  await expect(
    putTogether(root, [
      putText('a.mdx', 'eins', 'one'),
      { path: 'files/x.bin', content: stop, replaces: null },
    ]),
  ).rejects.toThrow();
  expect(filesIn(root)).toEqual(start);
  expect(process.listenerCount('SIGINT')).toBe(0);
});

test('what a killed run left half done is undone', async () => {
  const root = folder();
  const script = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const link = fs.linkSync;
    let links = 0;
    fs.linkSync = (...args) => { if (++links > 2) process.kill(process.pid, 'SIGKILL'); link(...args); };
    syncBuiltinESMExports();
    const { putTogether } = await import(${JSON.stringify(join(import.meta.dirname, '../../../src/workspace/import/write.ts'))});
    const { putText } = await import(${JSON.stringify(join(import.meta.dirname, '../../../src/workspace/import/plan.ts'))});
    await putTogether(${JSON.stringify(root)}, [
      putText('a.mdx', 'eins', 'one'), putText('new/c.mdx', 'drei', null), putText('runbooks/b.mdx', 'zwei', 'two'),
    ]);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  expect(filesIn(root)['a.mdx']).toBe('eins');
  expect(undoKilled(root)).toBe(true);
  expect(filesIn(root)).toEqual(start);
  expect(existsSync(join(root, 'new'))).toBe(false);
  expect(undoKilled(root)).toBe(false);
});

test('a file of somebody else that came meanwhile is not taken away by undoing', async () => {
  const root = folder();
  const put = putText('c.mdx', 'ours', null);
  await expect(
    putTogether(root, [
      put,
      {
        path: 'd.mdx',
        content: async () => {
          writeFileSync(join(root, 'c.mdx'), 'theirs');
          return Buffer.from('x');
        },
        replaces: null,
      },
    ]),
  ).rejects.toThrow();
  expect(filesIn(root)).toEqual({ ...start, 'c.mdx': 'theirs' });
  mkdirSync(join(root, 'empty'));
});
