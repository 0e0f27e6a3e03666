import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbook, temporary } from './run.ts';

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
const json = (...path: string[]) => JSON.parse(read(...path));
const names = '.handbook/schemas/names.schema.json';

test('the content folder is what the editor opens, if no other is named', async () => {
  const cwd = temporary('small');
  const { code, stdout } = await handbook(['schemas'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('content/.handbook/schemas/runbook.schema.json\n');
  const patterns = json(cwd, 'content/.vscode/settings.json')['yaml.schemas'];
  expect(patterns['./.handbook/schemas/person.schema.json']).toContain('/people/*.yaml');
  expect((await handbook(['schemas'], { cwd })).stdout).toBe('');
  expect((await handbook(['check'], { cwd })).code).toBe(0);
});

test('a folder above it is remembered, and its own settings stay', async () => {
  const cwd = temporary('small');
  mkdirSync(join(cwd, '.vscode'));
  writeFileSync(join(cwd, '.vscode/settings.json'), '{ "editor.rulers": [100] }');
  writeFileSync(join(cwd, '.vscode/extensions.json'), '{ "recommendations": ["a.b"] }');
  await handbook(['schemas', '--editor', '.'], { cwd });
  const settings = json(cwd, '.vscode/settings.json');
  expect(settings['editor.rulers']).toEqual([100]);
  expect(settings['yaml.schemas']['./.handbook/schemas/person.schema.json']).toContain(
    '/content/people/*.yaml',
  );
  expect(json(cwd, '.vscode/extensions.json').recommendations).toEqual(
    expect.arrayContaining(['a.b', 'redhat.vscode-yaml']),
  );
  const again = await handbook(['schemas'], { cwd });
  expect(again).toMatchObject({ stdout: '', stderr: 'Everything is up to date.\n' });
  expect(existsSync(join(cwd, 'content/.handbook'))).toBe(false);
});

test('settings with comments are not rewritten; what to add is said', async () => {
  const cwd = temporary('small');
  const own = '{\n  // Ours.\n  "editor.rulers": [100]\n}\n';
  mkdirSync(join(cwd, 'content/.vscode'));
  writeFileSync(join(cwd, 'content/.vscode/settings.json'), own);
  const { code, stderr } = await handbook(['schemas'], { cwd });
  expect(code).toBe(0);
  expect(read(cwd, 'content/.vscode/settings.json')).toBe(own);
  expect(stderr).toContain('.vscode/settings.json holds comments');
  expect(stderr).toContain('"yaml.schemas"');
});

test('nothing is written on a dry run', async () => {
  const cwd = temporary('small');
  const { stdout } = await handbook(['schemas', '--dry-run'], { cwd });
  expect(stdout).toContain(names);
  expect(existsSync(join(cwd, 'content/.handbook'))).toBe(false);
});

test('a folder that does not hold the content is refused', async () => {
  const cwd = temporary('small');
  mkdirSync(join(cwd, 'other'));
  const result = await handbook(['schemas', '--editor', 'other'], { cwd });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain('is not the content folder');
});

test('a new document is proposed at once, where the editor has names', async () => {
  const cwd = temporary('small');
  const add = (name: string) =>
    handbook(['new', 'person', name, '--email', 'a@lakeside.example'], { cwd });
  await add('Ada Reyes');
  expect(existsSync(join(cwd, 'content/.handbook'))).toBe(false);
  await handbook(['schemas'], { cwd });
  const before = read(cwd, 'content', names);
  expect(before).toContain('"ada-reyes"');
  expect((await add('Bo Lind')).code).toBe(0);
  expect(read(cwd, 'content', names)).toContain('"bo-lind"');
});

test('frontmatter has its schema for each document, by the address that the server asks for', async () => {
  const cwd = temporary('small');
  await handbook(['schemas'], { cwd });
  const manifest = json(cwd, 'content/.astro/collections/collections.json');
  const [address, name] = Object.entries<string>(manifest.entries)[0] ?? [];
  expect(address).toMatch(/^file:\/\/\/.*\/content\/[a-z-]+\/.*\.mdx$/);
  const schema = json(cwd, `content/.astro/collections/${name}.schema.json`);
  expect(existsSync(join(cwd, 'content/.astro/collections', schema.$ref))).toBe(true);
  expect(read(cwd, 'content/.astro/.gitignore')).toBe('*\n');
});
