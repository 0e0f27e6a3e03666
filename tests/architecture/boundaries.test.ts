import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
const forbidden = {
  'src/domain/graph/a.ts': [
    'node:fs',
    'fs',
    'node:fs/promises',
    'yaml',
    'astro',
    'astro:content',
    '@astrojs/starlight/types',
    '../../workspace/walk.ts',
    '../../cli/main.ts',
    '../../site/view.ts',
    '../../content.config.ts',
  ],
  'src/workspace/a.ts': [
    '../cli/main.ts',
    '../site/view.ts',
    'astro',
    'astro/loaders',
    'astro:content',
  ],
  'src/cli/commands/a.ts': ['../../site/view.ts', '../../pages/view.ts', 'astro', 'astro:content'],
  'src/site/deep/a.ts': ['../../cli/main.ts'],
  'src/site/a.astro': ['../cli/main.ts'],
  'src/pages/a.ts': ['../cli/main.ts'],
  'src/content.config.ts': ['./cli/main.ts'],
};
const allowed = {
  'src/domain/graph/a.ts': [
    'zod',
    'unist-util-visit',
    'mdast-util-to-string',
    'mdast-util-to-markdown',
    'mdast-util-gfm',
    'github-slugger',
    'fastest-levenshtein',
    './b.ts',
    '../documents/b.ts',
  ],
  'src/workspace/a.ts': ['node:fs', 'yaml', 'satteri', '../domain/index.ts', './walk.ts'],
  'src/cli/commands/a.ts': ['node:util', '../../workspace/walk.ts', '../../domain/index.ts'],
  'src/site/deep/a.ts': ['astro:content', '../../workspace/walk.ts', '../../domain/index.ts'],
  'src/pages/a.ts': ['../site/view.ts', '../domain/index.ts'],
};

let sandbox: string;

beforeAll(() => {
  sandbox = mkdtempSync(join(tmpdir(), 'handbook-boundaries-'));
  cpSync(join(root, 'biome.json'), join(sandbox, 'biome.json'));
  writeFileSync(join(sandbox, '.gitignore'), 'node_modules\n');
  symlinkSync(join(root, 'node_modules'), join(sandbox, 'node_modules'));
});

afterAll(() => rmSync(sandbox, { recursive: true, force: true }));

describe('a forbidden import is refused', () => {
  test.each(pairs(forbidden))('%s importing %s', (file, specifier) => {
    expect(refusals(file, specifier)).toContain('noRestrictedImports');
  });
});

describe('an allowed import passes', () => {
  test.each(pairs(allowed))('%s importing %s', (file, specifier) => {
    expect(refusals(file, specifier)).toBe('');
  });
});

test('the domain takes the types of the parser, not the parser', () => {
  const file = 'src/domain/a.ts';
  expect(lint(file, "export type { MdastNode } from 'satteri';\n")).toBe('');
  expect(lint(file, "export { mdxToMdast } from 'satteri';\n")).not.toBe('');
});

test('a re-export and a dynamic import are imports too', () => {
  const file = 'src/domain/a.ts';
  expect(lint(file, "export { walk } from '../workspace/walk.ts';\n")).not.toBe('');
  expect(lint(file, "export const walk = await import('../workspace/walk.ts');\n")).not.toBe('');
});

test('every source file obeys the boundaries', () => {
  const result = runBiome(root, 'src');
  expect(result.stdout + result.stderr).toMatch(/Checked \d+ files/);
  expect(result.status, result.stdout + result.stderr).toBe(0);
});

function pairs(table: Readonly<Record<string, readonly string[]>>): [string, string][] {
  return Object.entries(table).flatMap(([file, specifiers]) =>
    specifiers.map((specifier): [string, string] => [file, specifier]),
  );
}

function refusals(file: string, specifier: string): string {
  const statement = `import * as planted from '${specifier}';\n`;
  const use = 'export const used = planted;\n';
  return lint(file, file.endsWith('.astro') ? `---\n${statement}---\n` : statement + use);
}

/** What Biome says about the file, or nothing when it accepts it. */
function lint(file: string, text: string): string {
  const path = join(sandbox, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const result = runBiome(sandbox, file);
  rmSync(path);
  return result.status === 0 ? '' : result.stdout + result.stderr;
}

function runBiome(cwd: string, path: string) {
  const args = ['lint', '--only=style/noRestrictedImports', '--vcs-enabled=false', path];
  return spawnSync(process.execPath, [biome, ...args], { cwd, encoding: 'utf8' });
}
