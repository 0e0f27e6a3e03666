import {
  chmodSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FileChange } from '../../src/workspace/refactor/change-set.ts';
import { writeTogether } from '../../src/workspace/refactor/write-together.ts';

function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'handbook-write-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const filesIn = (root: string): Record<string, string> =>
  Object.fromEntries(
    [...globSync('**/*', { cwd: root }), ...globSync('**/.*', { cwd: root })]
      .filter((path) => statSync(join(root, path)).isFile())
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );

const change = (from: string | null, to: string, text: string | null): FileChange => ({
  from,
  to,
  text,
  lines: [],
});

test('files are changed, moved and made, and empty folders go', () => {
  const root = folder({ 'a/one': '1', 'a/two': '2', 'b/three': '3' });
  chmodSync(join(root, 'a/one'), 0o755);
  writeTogether(root, [
    change('a/one', 'c/d/uno', 'I'),
    change('a/two', 'c/two', null),
    change('b/three', 'b/three', 'III'),
    change(null, 'e/four', 'IV'),
  ]);
  expect(filesIn(root)).toEqual({ 'c/d/uno': 'I', 'c/two': '2', 'b/three': 'III', 'e/four': 'IV' });
  expect(globSync('*', { cwd: root }).sort()).toEqual(['b', 'c', 'e']);
  expect(statSync(join(root, 'c/d/uno')).mode & 0o777).toBe(0o755);
});

test.each([
  ['a new name that somebody took meanwhile', change('a/two', 'b/three', '2')],
  ['a file to be moved that is gone', change('a/gone', 'a/new', null)],
  ['a file to be changed that is gone', change('a/gone', 'a/gone', 'x')],
  ['a folder where a file is', change(null, 'b/three/four', 'x')],
])('%s: everything is as it was', (_, last) => {
  const files = { 'a/one': '1', 'a/two': '2', 'b/three': '3' };
  const root = folder(files);
  const first = [
    change('a/one', 'a/uno', 'I'),
    change('b/three', 'b/three', 'III'),
    change('a/two', 'c/zwei', null),
  ];
  const all = [...first.filter(({ from }) => from !== last.from), last];
  expect(() => writeTogether(root, all)).toThrow();
  expect(filesIn(root)).toEqual(files);
});
