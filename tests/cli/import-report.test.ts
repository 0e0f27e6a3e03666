import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fates, filesIn, imported, smallDocs, withDocs } from './import.ts';
import { handbook } from './run.ts';

const report = (cwd: string, ...args: string[]) =>
  handbook(['import', 'docs', '--into', 'content', ...args], { cwd });

const numbered = (count: number, text: (index: number) => string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`guides/page-${index}.md`, text(index)]),
  );

test('a large import is counted by kind, folder and reason, and the file has all of it, uncut', async () => {
  const long = 'word '.repeat(80).trim();
  const cwd = withDocs(
    numbered(
      40,
      (index) => `# Guide ${index}\n\nSee [that](gone-${index}.md).\n\n<!-- ${long} ${index} -->\n`,
    ),
  );
  const { stdout, stderr, code } = await report(cwd, '--dry-run', '--report', 'all.txt');
  expect(code).toBe(0);
  expect(stderr).toContain('The whole report is in all.txt.');
  expect(stdout).toMatch(/^40 documents from docs: 40 would be written\. Nothing was written\.\n/);
  expect(stdout).toMatch(
    /\n {2}40 {2}page, in content\/pages\S* {2}docs\/guides\/page-0\.md, .*, …\n/,
  );
  expect(stdout).toMatch(/\n {2}40 {2}comment {2}docs\/guides\/page-0\.md:5, /);
  expect(stdout).toMatch(/\nLinks that were broken before: 40\n {2}40 {2}\S.* {2}docs\/guides/);
  expect(stdout.split('\n').length).toBeLessThan(30);
  const whole = readFileSync(join(cwd, 'all.txt'), 'utf8');
  expect(whole).toContain(`${long} 39`);
  expect(whole).toContain('gone-39.md');
  expect(whole).not.toContain('…');
});

test('a dry run says what the check will refuse at the line of the source', async () => {
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const cwd = withDocs({ 'a.md': `# A token\n\nFirst.\n\nThen use \`${token}\` to sign in.\n` });
  const { stdout } = await report(cwd, '--dry-run');
  expect(stdout).toMatch(
    /\n {2}docs\/a\.md:5 {2}This looks like .*\(it would be content\/pages\/a\.mdx:\d+\)/,
  );
});

test('uncertain types are lines of a map, which is read as they stand', async () => {
  const cwd = withDocs({
    'notes.md': '# Rack move\n\n## Context\n\nThe rack moves.\n\n## Decision\n\nOn Sunday.\n',
  });
  const { stdout } = await report(cwd, '--dry-run');
  const [, lines = ''] = /Uncertain types: 1\..*\n((?: {2}.*\n)+)/.exec(stdout) ?? [];
  expect(lines).toContain('- source: "docs/notes.md"');
  writeFileSync(join(cwd, 'map.yaml'), lines.replace(/type: \S+/, 'type: runbook'));
  const { report: found } = await imported({ cwd }, 'docs', '--map', 'map.yaml');
  expect(found.documents.map(({ type }) => type)).toEqual(['runbook']);
});

test('files that nothing came of are told: archives, hidden documents and the rest by ending', async () => {
  const cwd = withDocs({
    ...smallDocs,
    'img/unused.png': 'x',
    'contract.pdf': 'x',
    'old/wiki.zip': 'x',
    '.github/CONTRIBUTING.md': '# Contributing\n',
  });
  const { stdout } = await report(cwd, '--dry-run');
  expect(stdout).toContain('no document shows them or links to them: 2\n');
  expect(stdout).toContain('  1  .pdf  docs/contract.pdf\n');
  expect(stdout).toContain('  1  .png  docs/img/unused.png\n');
  expect(stdout).toMatch(
    /docs\/old\/wiki\.zip {2}To have what is in it: .* import docs\/old\/wiki\.zip\n/,
  );
  expect(stdout).toMatch(/left out: .*: 1\n {2}docs\/\.github\/CONTRIBUTING\.md\n/);
  const { report: found } = await imported({ cwd });
  expect(found.left.map(({ from, kind }) => [from, kind])).toEqual([
    ['docs/.github/CONTRIBUTING.md', 'hidden'],
    ['docs/contract.pdf', 'other'],
    ['docs/img/unused.png', 'other'],
    ['docs/old/wiki.zip', 'archive'],
  ]);
});

test('another type or place for what is here already is said, with the command that does it', async () => {
  const cwd = withDocs();
  await imported({ cwd });
  writeFileSync(
    join(cwd, 'map.yaml'),
    'documents:\n  - source: runbooks/queue-full.md\n    path: runbooks/letters-wait.mdx\n',
  );
  const first = await report(cwd, '--map', 'map.yaml');
  expect(first.code).toBe(1);
  expect(first.stdout).not.toContain('Nothing changed');
  const [, ...command] =
    /docs\/runbooks\/queue-full\.md is here as runbook.* (move) (\S+) (\S+)\n/.exec(first.stdout) ??
    [];
  expect(command).toEqual(['move', 'runbooks/queue-full', 'runbooks/letters-wait']);
  expect((await handbook([...command, '--content', 'content'], { cwd })).code).toBe(0);
  expect((await report(cwd, '--map', 'map.yaml')).code).toBe(0);
});

test('a type that is wanted of what somebody moved away from there is not asked for again', async () => {
  const cwd = withDocs({ 'a.md': '# Rack\n\nWhere it stands.\n' });
  await imported({ cwd }, 'docs', '--as', 'runbook');
  const args = ['--as', 'runbook'];
  expect((await report(cwd, ...args)).code).toBe(0);
  const move = await handbook(['move', 'runbooks/a', 'pages/', '--content', 'content'], { cwd });
  expect(move.code).toBe(0);
  expect((await report(cwd, ...args)).code).toBe(0);
  expect((await report(cwd, '--as', 'system')).stdout).toMatch(/ move pages\/a systems\/\n/);
});

const edited = (cwd: string, path: string, change: (text: string) => string) =>
  writeFileSync(join(cwd, path), change(readFileSync(join(cwd, path), 'utf8')));

test('a file that was moved in the source, and a source under another name, bring no second document', async () => {
  const cwd = withDocs();
  await imported({ cwd });
  edited(cwd, 'content/runbooks/queue-full.mdx', (text) =>
    text.replace('are late', 'are very late'),
  );
  const paths = Object.keys(filesIn(join(cwd, 'content'))).filter((path) => path.endsWith('.mdx'));
  const same = () =>
    expect(
      Object.keys(filesIn(join(cwd, 'content'))).filter((path) => path.endsWith('.mdx')),
    ).toEqual(paths);
  renameSync(join(cwd, 'docs/runbooks/queue-full.md'), join(cwd, 'docs/queue-full.md'));
  const { report: first } = await imported({ cwd });
  expect(first.gone).toEqual([]);
  expect(first.documents.find(({ from }) => from === 'docs/queue-full.md')).toMatchObject({
    fate: 'updated',
    movedFrom: 'docs/runbooks/queue-full.md',
    path: 'content/runbooks/queue-full.mdx',
  });
  same();
  const text = readFileSync(join(cwd, 'content/runbooks/queue-full.mdx'), 'utf8');
  expect(text).toContain('  from: docs/queue-full.md\n');
  expect(text).toContain('are very late');
  renameSync(join(cwd, 'docs'), join(cwd, 'docs-new'));
  edited(cwd, 'docs-new/queue-full.md', (old) => old.replace('more than 100', 'over 250'));
  const { report: second } = await imported({ cwd }, 'docs-new');
  expect(Object.values(fates(second))).toEqual(['updated', 'updated', 'contested']);
  same();
  const { report: third } = await imported({ cwd }, 'docs-new');
  expect(Object.values(fates(third))).toEqual(['unchanged', 'unchanged', 'contested']);
});

test('an export that is named by its time is the same source each time', async () => {
  const cwd = withDocs();
  renameSync(join(cwd, 'docs'), join(cwd, 'Space-export-101010.html'));
  await imported({ cwd }, 'Space-export-101010.html');
  renameSync(join(cwd, 'Space-export-101010.html'), join(cwd, 'Space-export-202020.html'));
  edited(cwd, 'Space-export-202020.html/README.md', (text) => `${text}\nMore words.\n`);
  const { report: found, code } = await imported({ cwd }, 'Space-export-202020.html');
  expect(code).toBe(0);
  expect(new Set(Object.values(fates(found)))).toEqual(new Set(['updated']));
});

test('the same file in another source that shares nothing else is a document of its own', async () => {
  const cwd = withDocs();
  await imported({ cwd });
  const other = join(cwd, 'other');
  renameSync(join(cwd, 'docs/adr'), other);
  const { report: found } = await imported({ cwd }, 'other');
  expect(Object.values(fates(found))).toEqual(['written']);
});
