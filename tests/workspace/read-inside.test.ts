import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readAsset } from '../../src/site/assets.ts';
import type { Handbook } from '../../src/site/handbook.ts';
import { readInside } from '../../src/workspace/read-inside.ts';

const folder = mkdtempSync(join(tmpdir(), 'handbook-inside-'));
const root = join(folder, 'content');
mkdirSync(join(root, 'runbooks'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('reads a file, also through a link inside the folder', () => {
  writeFileSync(join(root, 'runbooks/a.txt'), 'words');
  symlinkSync('a.txt', join(root, 'runbooks/b.txt'));
  expect(String(readInside(root, 'runbooks/a.txt'))).toBe('words');
  expect(String(readInside(root, 'runbooks/b.txt'))).toBe('words');
});

it.each([
  ['a link that took the place of a file', 'runbooks/out.txt'],
  ['a link that took the place of a folder', 'elsewhere/secret.txt'],
  ['a path that climbs', '../secret.txt'],
  ['a folder', 'runbooks'],
])('does not read %s', (_, path) => {
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  rmSync(join(root, 'runbooks/out.txt'), { force: true });
  rmSync(join(root, 'elsewhere'), { force: true });
  symlinkSync(join(folder, 'secret.txt'), join(root, 'runbooks/out.txt'));
  symlinkSync(folder, join(root, 'elsewhere'));
  expect(() => readInside(root, path)).toThrow();
});

it('publishes of a picture only its drawing, whatever it was exchanged for after the check', () => {
  const picture =
    '<svg xmlns="http://www.w3.org/2000/svg" onload="a()"><script>b()</script><rect/></svg>';
  writeFileSync(join(root, 'runbooks/c.svg'), picture);
  const handbook = { workspace: { root } } as Pick<Handbook, 'workspace'>;
  const published = Buffer.from(readAsset(handbook, 'runbooks/c.svg')).toString();
  expect(published).toBe('<svg xmlns="http://www.w3.org/2000/svg"><rect></rect></svg>');
});
