import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, copyOf, root, run, temporaryFolder } from './site-builds.ts';

/** A document type as somebody would add it: this one file, and its line in the registry. */
const checklist = `
import { z } from 'zod';
import { defineType } from './define.ts';
import { documentFields, lifecycle, oneOf } from './fields.ts';

export const checklist = defineType({
  name: 'checklist',
  folder: 'checklists',
  label: 'Checklist',
  plural: 'Checklists',
  section: 'operate',
  purpose: 'A list that is ticked off before a change.',
  guide: {
    when: 'Write one before the second release.',
    not: [{ what: 'What to do when an alert rings', instead: 'runbook' }],
    titles: { rule: 'Say before what.', good: ['Release', 'Failover'], bad: 'List', why: 'Of what?' },
    advice: [],
  },
  format: 'mdx',
  columns: ['moment', 'owner'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    moment: oneOf(['before', 'after'], 'When it is ticked off.'),
  }),
  sections: [{ title: 'Items', start: '- To write: the first item.' }],
});
`;

const folder = temporaryFolder();
// Inside the project, where the packages are found without a copy of them.
const project = mkdtempSync(join(root, '.trial-'));
const content = join(folder, 'content');
const out = join(folder, 'site');
const handbook = (...args: string[]) => run(['src/cli/bin.ts', ...args], content, { project });

beforeAll(() => {
  for (const part of [
    'src',
    'astro.config.mjs',
    'package.json',
    'tsconfig.json',
    'public',
    'docs',
  ]) {
    if (existsSync(join(root, part)))
      cpSync(join(root, part), join(project, part), { recursive: true });
  }
  copyOf(join(root, 'tests/fixtures/small'), content);
  const registry = join(project, 'src/domain/documents/registry.ts');
  writeFileSync(join(project, 'src/domain/documents/checklist.ts'), checklist);
  const source = readFileSync(registry, 'utf8');
  writeFileSync(
    registry,
    `import { checklist } from './checklist.ts';\n${source.replace('types = [', 'types = [\n  checklist,')}`,
  );
});

afterAll(() => {
  for (const one of [folder, project]) rmSync(one, { recursive: true, force: true });
});

it('gives a new type its schema, template, page, index and search', {
  timeout: 180_000,
}, async () => {
  const made = await handbook(
    'new',
    'checklist',
    'Before a release',
    '--moment',
    'before',
    '--owner',
    'ada-lind',
  );
  expect(made.output).toContain('checklists/before-a-release.mdx');
  expect(made.code).toBe(0);
  const file = join(content, 'checklists/before-a-release.mdx');
  expect(readFileSync(file, 'utf8')).toContain('## Items');

  expect((await handbook('check')).code).toBe(0);
  writeFileSync(file, readFileSync(file, 'utf8').replace('moment: before', 'moment: befor'));
  expect((await handbook('check')).output).toContain('did you mean before?');
  writeFileSync(file, readFileSync(file, 'utf8').replace('moment: befor', 'moment: before'));

  expect(await build(content, out, { project })).toMatchObject({ code: 0 });
  const page = readFileSync(join(out, 'checklists/before-a-release/index.html'), 'utf8');
  expect(page).toContain('data-pagefind-filter="type[data-value]" data-value="Checklist"');
  expect(readFileSync(join(out, 'checklists/index.html'), 'utf8')).toContain(
    '/checklists/before-a-release/',
  );
  const guide = readFileSync(join(out, 'guide/checklist/index.html'), 'utf8');
  expect(guide).toContain('Write one before the second release.');
  expect(guide).toContain('/checklists/before-a-release/');
  expect((await handbook('list', 'checklist')).output).toContain('Before a release');
});
