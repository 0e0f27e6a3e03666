import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const domain = join(root, 'src/domain');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const clock = /\bDate\.now\(|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\(|\bMath\.random\(/;

let sandbox: string;

beforeAll(() => {
  sandbox = mkdtempSync(join(tmpdir(), 'handbook-purity-'));
  const extended = { extends: join(domain, 'tsconfig.json'), include: ['.'] };
  writeFileSync(join(sandbox, 'tsconfig.json'), JSON.stringify(extended));
});

afterAll(() => rmSync(sandbox, { recursive: true, force: true }));

test.each([
  ['Node', 'export const value = process.cwd();'],
  ['the DOM', 'export const value = document.title;'],
  ['the network', "export const value = fetch('/');"],
  ['timers', 'export const value = setTimeout(() => {}, 1);'],
])('domain code that reaches for %s does not compile', (_, source) => {
  writeFileSync(join(sandbox, 'planted.ts'), source);
  const result = spawnSync(process.execPath, [tsc, '-p', sandbox], { encoding: 'utf8' });
  expect(result.stdout).toMatch(/planted\.ts.*error TS2\d+: Cannot find name/);
});

test('no domain file reads the clock or rolls dice', () => {
  const files = globSync('**/*.ts', { cwd: domain });
  expect(files.length).toBeGreaterThan(0);
  const guilty = files.filter((file) => clock.test(readFileSync(join(domain, file), 'utf8')));
  expect(guilty.map((file) => relative(root, join(domain, file)))).toEqual([]);
});

test.each(['Date.now()', 'new Date()', 'Math.random()'])('%s would be found', (call) => {
  expect(clock.test(`const value = ${call};`)).toBe(true);
});

test.each(['new Date(text)', 'Date.parse(text)', 'Date.UTC(2026, 1, 1)'])('%s is fine', (call) => {
  expect(clock.test(`const value = ${call};`)).toBe(false);
});
