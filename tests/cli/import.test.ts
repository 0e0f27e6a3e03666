import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fates, filesIn, imported, smallDocs, withDocs, writeFiles } from './import.ts';
import { answering, handbook, temporary } from './run.ts';

const read = (cwd: string, path: string) => readFileSync(join(cwd, 'content', path), 'utf8');

function edit(cwd: string, path: string, change: (text: string) => string) {
  const file = join(cwd, path);
  const text = readFileSync(file, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(file, change(text));
}

test('a folder becomes a handbook that passes the check, with types, fields, links and files', async () => {
  const cwd = withDocs();
  const { code, report } = await imported({ cwd });
  expect(code).toBe(0);
  expect(report.documents.map(({ from, path, type }) => [from, path, type])).toEqual([
    ['docs/adr/0001-use-a-queue.md', 'content/adrs/0001-use-a-queue.mdx', 'adr'],
    ['docs/README.md', expect.stringMatching(/^content\/\w+\/[a-z-]+\.mdx$/), expect.anything()],
    ['docs/runbooks/queue-full.md', 'content/runbooks/queue-full.mdx', 'runbook'],
  ]);
  const adr = read(cwd, 'adrs/0001-use-a-queue.mdx');
  expect(adr).toContain('status: accepted\n');
  expect(adr).toContain('date: 2025-02-03\n');
  expect(adr).toContain('  from: docs/adr/0001-use-a-queue.md\n');
  expect(read(cwd, 'runbooks/queue-full.mdx')).toContain(
    '[decided](../adrs/0001-use-a-queue.mdx#decision-outcome)',
  );
  expect(existsSync(join(cwd, 'content/files/plan.png'))).toBe(true);
  expect(read(cwd, '.handbook/imported/docs/adr/0001-use-a-queue.md')).toBe(adr);
  const check = await handbook(['check', '--content', 'content'], { cwd });
  expect(check.code).toBe(0);
  expect(existsSync(join(cwd, '.content.import.lock'))).toBe(false);
});

test('a dry run tells the same and writes nothing', async () => {
  const cwd = withDocs();
  const before = filesIn(cwd);
  const dry = await handbook(['import', 'docs', '--into', 'content', '--dry-run'], { cwd });
  expect(filesIn(cwd)).toEqual(before);
  expect(dry.code).toBe(0);
  const wet = await handbook(['import', 'docs', '--into', 'content'], { cwd });
  expect(dry.stdout).toContain('Would be written: 3\n');
  expect(wet.stdout).toBe(
    dry.stdout
      .replace('3 would be written', '3 written')
      .replace('Would be written', 'Written')
      .replace('Files that would be copied', 'Files copied')
      .replace(' Nothing was written.', ''),
  );
});

test('a second run changes no byte and says so', async () => {
  const cwd = withDocs();
  await imported({ cwd });
  const before = filesIn(cwd);
  const { code, stdout } = await handbook(['import', 'docs', '--into', 'content'], { cwd });
  expect(filesIn(cwd)).toEqual(before);
  expect(code).toBe(0);
  expect(stdout).toContain('Nothing changed.\n');
});

test('what changed in the source only is brought, wherever the document is now', async () => {
  const cwd = withDocs();
  await imported({ cwd });
  await handbook(['rename', 'runbooks/queue-full', 'letters-pile-up', '--content', 'content'], {
    cwd,
  });
  edit(cwd, 'content/runbooks/letters-pile-up.mdx', (text) =>
    text.replace('status: draft\n', 'status: current\n'),
  );
  edit(cwd, 'docs/runbooks/queue-full.md', (text) => text.replace('more than 100', 'over 250'));
  const { code, report } = await imported({ cwd });
  expect(code).toBe(0);
  expect(fates(report)).toMatchObject({
    'docs/README.md': 'unchanged',
    'docs/runbooks/queue-full.md': 'updated',
  });
  const text = read(cwd, 'runbooks/letters-pile-up.mdx');
  expect(text).toContain('over 250 letters');
  expect(text).toContain('status: current\n');
  expect(text).toContain('/runbooks/queue-full/');
  expect(existsSync(join(cwd, 'content/runbooks/queue-full.mdx'))).toBe(false);
  const again = await imported({ cwd });
  expect(Object.values(fates(again.report))).toEqual(['unchanged', 'unchanged', 'unchanged']);
});

test('a link that a move wrote anew is no change by hand', async () => {
  const cwd = withDocs();
  await imported({ cwd });
  const move = ['rename', 'runbooks/queue-full', 'letters-pile-up', '--content', 'content'];
  expect((await handbook(move, { cwd })).code).toBe(0);
  edit(cwd, 'docs/README.md', (text) => `${text}\nMore words.\n`);
  const { report } = await imported({ cwd });
  expect(fates(report)['docs/README.md']).toBe('updated');
  const { path } = report.documents.find(({ from }) => from === 'docs/README.md') ?? { path: '' };
  const text = readFileSync(join(cwd, path), 'utf8');
  expect(text).toContain('letters-pile-up.mdx)');
  expect(text).toContain('More words.');
});

test('what changed on both sides is shown and left until somebody decides', async () => {
  const cwd = withDocs();
  await imported({ cwd });
  edit(cwd, 'content/runbooks/queue-full.mdx', (text) => text.replace('are late', 'are very late'));
  edit(cwd, 'docs/runbooks/queue-full.md', (text) => text.replace('more than 100', 'over 250'));
  const before = filesIn(join(cwd, 'content'));
  const first = await handbook(['import', 'docs', '--into', 'content'], { cwd });
  expect(first.code).toBe(1);
  expect(first.stdout).toContain('Changed in the source and here, and left as it is: 1.');
  expect(first.stdout).toContain('here      Letters are very late.');
  expect(first.stdout).toContain('source    The queue holds over 250 letters.');
  expect(filesIn(join(cwd, 'content'))).toEqual(before);
  const decide = async (keep: string) => {
    writeFileSync(
      join(cwd, 'map.yaml'),
      `documents:\n  - source: "**/queue-full.md"\n    keep: ${keep}\n`,
    );
    const { code } = await imported({ cwd }, 'docs', '--map', 'map.yaml');
    expect(code).toBe(0);
    return read(cwd, 'runbooks/queue-full.mdx');
  };
  const both = await decide('both');
  expect(both).toContain('are very late');
  expect(both).toContain('over 250');
  expect(Object.values(fates((await imported({ cwd })).report))).not.toContain('updated');
  edit(cwd, 'docs/runbooks/queue-full.md', (text) => text.replace('over 250', 'over 300'));
  expect((await imported({ cwd })).code).toBe(1);
  const here = await decide('here');
  expect(here.replace(/digest: .*/, '')).toBe(both.replace(/digest: .*/, ''));
  expect((await imported({ cwd })).code).toBe(0);
  edit(cwd, 'docs/runbooks/queue-full.md', (text) => text.replace('over 300', 'over 400'));
  const source = await decide('source');
  expect(source).toContain('over 400');
  expect(source).not.toContain('very late');
});

test('what was deleted here stays away, and what is gone there stays here', async () => {
  const cwd = withDocs();
  await imported({ cwd });
  rmSync(join(cwd, 'content/runbooks/queue-full.mdx'));
  rmSync(join(cwd, 'docs/adr'), { recursive: true });
  const { code, report } = await imported({ cwd });
  expect(code).toBe(0);
  expect(fates(report)['docs/runbooks/queue-full.md']).toBe('deleted');
  expect(report.gone).toEqual([
    { from: 'docs/adr/0001-use-a-queue.md', path: 'content/adrs/0001-use-a-queue.mdx' },
  ]);
  expect(existsSync(join(cwd, 'content/runbooks/queue-full.mdx'))).toBe(false);
  expect(existsSync(join(cwd, 'content/adrs/0001-use-a-queue.mdx'))).toBe(true);
});

test('sources that are named together link to each other', async () => {
  const cwd = temporary();
  writeFiles(cwd, {
    'one/docs/a.md': '# Letters\n\nSee [stamps](../../two/notes/b.md).\n',
    'two/notes/b.md': '# Stamps\n\nSee [letters](../../one/docs/a.md).\n',
  });
  const linked = async (...sources: string[]) => {
    const { report } = await imported({ cwd }, ...sources);
    expect(report.documents.map(({ links }) => links.map(({ result }) => result))).toEqual([
      ['kept'],
      ['kept'],
    ]);
    return report.documents.map(({ path }) => readFileSync(join(cwd, path), 'utf8'));
  };
  const [a, b] = await linked('one/docs', 'two/notes');
  expect(a).toMatch(/\[stamps\]\([^)]*\bb\.mdx\)/);
  expect(b).toMatch(/\[letters\]\([^)]*\ba\.mdx\)/);
  expect(await linked('two/notes', 'one/docs')).toEqual([a, b]);
});

test.each([
  [['import'], 'Name what to import'],
  [['import', 'nowhere'], 'There is no file or folder nowhere'],
  [['import', 'content/runbooks'], 'is part of the handbook already'],
  [['import', '.'], 'the handbook would import itself'],
  [['import', 'docs', 'docs/adr'], 'docs/adr is in docs'],
  [['import', 'empty'], 'There is no document to import in empty'],
  [['import', 'docs', '--as', 'person'], '--as person: it has no text'],
  [['import', 'docs', '--as', 'runbok'], 'Did you mean "runbook"?'],
  [['import', 'docs', '--into', 'other'], 'holds files and is no handbook'],
  [['import', 'docs', '--map', 'gone.yaml'], 'The map gone.yaml cannot be read'],
])('%j is refused with words, and nothing is written', async (args, words) => {
  const cwd = temporary('small');
  writeFiles(cwd, { 'docs/a.md': '# A\n', 'docs/adr/b.md': '# B\n', 'other/x': 'x' });
  mkdirSync(join(cwd, 'empty'));
  const before = filesIn(cwd);
  const { code, stdout, stderr } = await handbook(args, { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
  expect(filesIn(cwd)).toEqual(before);
});

test('a source that is named twice is read once', async () => {
  const cwd = withDocs();
  const { stderr, report } = await imported({ cwd }, 'docs', './docs/');
  expect(stderr).toContain('./docs/ is named twice, and read once.');
  expect(report.documents).toHaveLength(3);
});

test('types are named by their name or by the label of the report', async () => {
  const cwd = temporary('small');
  writeFiles(cwd, {
    'docs/a.md': '# A\n\nOwner: Nobody Known\n',
    'docs/b.md': '# B\n',
    'map.yaml': 'documents:\n  - source: docs/b.md\n    type: decision\n',
  });
  const args = ['docs', '--as', 'Memo', '--map', 'map.yaml', '--dry-run'];
  const { report } = await imported({ cwd }, ...args);
  expect(report.documents.map(({ type }) => type).sort()).toEqual(['adr', 'founder-memo']);
  const { stdout } = await handbook(['import', ...args, '--into', 'content'], { cwd });
  expect(stdout).toContain('owner (2; 1 of them name somebody who is not in people/)');
});

const map = `audience: operations
owner: ada-reyes
documents:
  - source: "**"
    systems: fax-gateway
  - source: docs/README.md
    skip: true
  - source: "runbooks/*.md"
    owner: sam-okafor
    audience: [engineering, operations]
    path: runbooks/letters-wait.mdx
  - source: "nothing/**"
    type: page
`;

test('the map says types, owners, audiences, paths and what to leave out', async () => {
  const cwd = temporary('small');
  writeFiles(join(cwd, 'docs'), smallDocs);
  writeFileSync(join(cwd, 'map.yaml'), map);
  const { report, code } = await imported({ cwd }, 'docs', '--map', 'map.yaml');
  expect(code).toBe(0);
  expect(report.skipped).toEqual([{ from: 'docs/README.md', reason: 'It was to be left out.' }]);
  expect(report.notes).toEqual([
    'The map names nothing/**, and no document of the sources is called so.',
  ]);
  const runbook = read(cwd, 'runbooks/letters-wait.mdx');
  expect(runbook).toContain('owner: sam-okafor\naudience:\n  - engineering\n  - operations\n');
  const adr = readFileSync(
    join(cwd, report.documents.find(({ type }) => type === 'adr')?.path ?? ''),
    'utf8',
  );
  expect(adr).toContain('owner: ada-reyes\naudience:\n  - operations\nsystems:\n  - fax-gateway\n');
});

test.each([
  ['documents: [', 'map.yaml:1: '],
  [
    'documents:\n  - source: a\n    typ: adr\n',
    'map.yaml:3: `typ` is no field of a map. Did you mean `type`?',
  ],
  ['documents:\n  - type: adr\n', 'map.yaml:2: Each entry says with `source`'],
  [
    'documents:\n  - source: a\n    type: runbok\n',
    'map.yaml:3: No document can become a "runbok". Did you mean runbook?',
  ],
  [
    'documents:\n  - source: a\n    path: Runbooks/a.md\n',
    'map.yaml:3: "Runbooks/a.md" cannot be the path',
  ],
  [
    'documents:\n  - source: a\n    type: adr\n    path: runbooks/a.mdx\n',
    'no adr lives at runbooks/a.mdx',
  ],
  [
    'documents:\n  - source: a\n    keep: mine\n',
    'map.yaml:3: `keep` is one of: here, source, both.',
  ],
  ['audience: operatons\n', 'has no audience "operatons". Did you mean "operations"?'],
  ['documents:\n  - source: "**"\n    path: pages/one.mdx\n', 'one path, pages/one.mdx'],
])('a map that says %j is refused at its line', async (text, words) => {
  const cwd = temporary('small');
  writeFiles(join(cwd, 'docs'), smallDocs);
  writeFileSync(join(cwd, 'map.yaml'), text);
  const before = filesIn(cwd);
  const { code, stderr } = await imported({ cwd }, 'docs', '--map', 'map.yaml');
  expect(code).toBe(2);
  expect(stderr).toContain(words);
  expect(filesIn(cwd)).toEqual(before);
});

test('at a terminal the audience and uncertain types are asked for, and a bar tells how far it is', async () => {
  const cwd = temporary('small');
  writeFiles(join(cwd, 'docs'), smallDocs);
  const { prompt, asked } = answering([
    ['operations'],
    'all',
    ...['leave it out', 'system', 'take the rest as proposed'],
  ]);
  const { report, stderr } = await imported({ cwd, prompt, terminal: { input: true } });
  expect(asked[1]?.question.message).toMatch(/^3 documents: /);
  expect(report.documents.map(({ type }) => type)).toContain('system');
  expect(report.documents).toHaveLength(2);
  expect(read(cwd, 'runbooks/queue-full.mdx')).toContain('audience:\n  - operations\n');
  expect(stderr).toContain('4 of 4');
});

test('who cancels a question has written nothing', async () => {
  const cwd = temporary('small');
  writeFiles(join(cwd, 'docs'), smallDocs);
  const before = filesIn(cwd);
  const { prompt } = answering([null]);
  const { code, stderr } = await imported({ cwd, prompt, terminal: { input: true } });
  expect(code).toBe(2);
  expect(stderr).toContain('Cancelled. Nothing was written.');
  expect(filesIn(cwd)).toEqual(before);
});

test('two imports into one handbook do not meet', async () => {
  const cwd = withDocs();
  const [first, second] = await Promise.all([imported({ cwd }), imported({ cwd })]);
  expect([first.code, second.code].sort()).toEqual([0, 2]);
  expect(first.stderr + second.stderr).toContain('Another import into ');
  expect(Object.keys(filesIn(join(cwd, 'content')))).toContain('runbooks/queue-full.mdx');
});

test('what the check refuses is imported, and told before all else', async () => {
  const cwd = withDocs({
    'a.md': `# A token\n\nUse \`ghp_${'a1B2'.repeat(9)}\` to sign in.\n`,
    'b.md': '# Fine\n\nWords.\n',
  });
  const { stdout, code } = await handbook(['import', 'docs', '--into', 'content'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^2 documents from docs: 2 written\.\n1 document is refused by check/);
  expect(stdout).toMatch(/\n {2}content\/pages\/a\.mdx:\d+ {2}.*\(from docs\/a\.md:3\)\n/);
  expect(stdout).not.toContain('ghp_a1B2a1B2');
  expect((await handbook(['check', '--content', 'content'], { cwd })).code).toBe(1);
});

test('a report is written to a file as well', async () => {
  const cwd = withDocs();
  const { stdout } = await imported({ cwd }, 'docs', '--dry-run', '--report', 'out/report.json');
  expect(readFileSync(join(cwd, 'out/report.json'), 'utf8')).toBe(stdout);
  expect(existsSync(join(cwd, 'content'))).toBe(false);
});

test('a changed picture is brought under its name, and one that was changed here stays', async () => {
  const other = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADklEQVR4nGNgYGD4z8AAAAQBAQCZ5gcUAAAAAElFTkSuQmCC',
    'base64',
  );
  const cwd = withDocs();
  await imported({ cwd });
  writeFileSync(join(cwd, 'docs/img/plan.png'), other);
  const { report } = await imported({ cwd });
  expect(report.files).toEqual([{ from: 'docs/img/plan.png', path: 'content/files/plan.png' }]);
  expect(readFileSync(join(cwd, 'content/files/plan.png'))).toEqual(other);
  writeFileSync(join(cwd, 'content/files/plan.png'), smallDocs['img/plan.png']);
  const again = await handbook(['import', 'docs', '--into', 'content'], { cwd });
  expect(again.stdout).toContain('Nothing changed.');
  expect(readFileSync(join(cwd, 'content/files/plan.png'))).toEqual(smallDocs['img/plan.png']);
});

test('a file that cannot be read is named and the rest is imported', async () => {
  const cwd = withDocs({ 'a.md': '# A\n\nWords.\n', 'b.md': '# B\n' });
  chmodSync(join(cwd, 'docs/b.md'), 0);
  symlinkSync('a.md', join(cwd, 'docs/c.md'));
  const { report, code } = await imported({ cwd });
  expect(code).toBe(0);
  expect(report.documents.map(({ from }) => from)).toEqual(
    process.getuid?.() === 0 ? ['docs/a.md', 'docs/b.md'] : ['docs/a.md'],
  );
});

test('a folder that cannot be written is left as it was', async () => {
  const cwd = withDocs();
  await imported({ cwd });
  edit(cwd, 'docs/runbooks/queue-full.md', (text) => text.replace('more than 100', 'over 250'));
  writeFiles(cwd, { 'docs/memos.md': '# Memos\n\nWords.\n' });
  // A file where a folder has to be: the system refuses it halfway.
  rmSync(join(cwd, 'content/.handbook/imported/docs/README.md'));
  mkdirSync(join(cwd, 'content/.handbook/imported/docs/memos.md'));
  const before = filesIn(join(cwd, 'content'));
  const { code, stderr } = await imported({ cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/Nothing was written|Everything is as it was/);
  expect(filesIn(join(cwd, 'content'))).toEqual(before);
});

test('a decision that is superseded by a number means the one of its own folder', async () => {
  const decision = (title: string, status: string) =>
    `# ${title}\n\nDate: 2025-02-03\n\n## Status\n\n${status}\n\n## Context\n\nLetters wait.\n\n## Decision\n\nWe do.\n\n## Consequences\n\nSlower.\n`;
  const cwd = withDocs({
    'letters/adr/0004-use-paper.md': decision('4. Use paper', 'Superseded by 5'),
    'letters/adr/0005-use-mail.md': decision('5. Use mail', 'Accepted'),
    'faxes/adr/0004-use-tone.md': decision('4. Use tone', 'Superseded by ADR-0005'),
    'faxes/adr/0005-use-lines.md': decision('5. Use lines', 'Accepted'),
  });
  const { report } = await imported({ cwd });
  const placed = new Map(report.documents.map(({ from, path }) => [from, path]));
  const textOf = (from: string) => read(cwd, (placed.get(from) ?? '').replace(/^content\//, ''));
  const nameOf = (from: string) => /([^/]+)\.mdx$/.exec(placed.get(from) ?? '')?.[1];
  for (const [folder, by] of [
    ['letters', '0004-use-paper'],
    ['faxes', '0004-use-tone'],
  ]) {
    const other = folder === 'letters' ? '0005-use-mail' : '0005-use-lines';
    expect(textOf(`docs/${folder}/adr/${other}.md`)).toContain(
      `  - ${nameOf(`docs/${folder}/adr/${by}.md`)}\n`,
    );
  }
});

test('at a terminal it is asked whose text is taken where both sides changed one', async () => {
  const cwd = withDocs();
  await imported({ cwd });
  edit(cwd, 'content/runbooks/queue-full.mdx', (text) => text.replace('are late', 'are very late'));
  edit(cwd, 'docs/runbooks/queue-full.md', (text) => text.replace('more than 100', 'over 250'));
  const run = async (answer: string) => {
    const { prompt, asked } = answering([answer]);
    const result = await imported({ cwd, prompt, terminal: { input: true } });
    return { ...result, asked };
  };
  const later = await run('later');
  expect(later.code).toBe(1);
  expect(later.asked[0]?.question.message).toContain('here      Letters are very late.');
  expect(later.asked[0]?.choices.map(({ value }) => value)).toEqual([
    'later',
    'both',
    'here',
    'source',
  ]);
  expect((await run('both')).code).toBe(0);
  expect(read(cwd, 'runbooks/queue-full.mdx')).toMatch(/over 250.*very late/s);
  edit(cwd, 'content/runbooks/queue-full.mdx', (text) => text.replace('over 250', 'over 200'));
  edit(cwd, 'docs/runbooks/queue-full.md', (text) => text.replace('over 250', 'over 300'));
  const here = await run('here');
  expect(here.asked[0]?.choices.map(({ value }) => value)).not.toContain('both');
  expect(here.code).toBe(0);
  expect(read(cwd, 'runbooks/queue-full.mdx')).toContain('over 200');
});

test('a source of the same name from another place is told apart', async () => {
  const cwd = temporary();
  writeFiles(join(cwd, 'a/docs'), { 'README.md': '# Letters\n\nA queue.\n', 'x.md': '# X\n' });
  writeFiles(join(cwd, 'b/docs'), { 'README.md': '# Parcels\n\nA van.\n', 'z.md': '# Z\n' });
  expect((await imported({ cwd }, 'a/docs')).code).toBe(0);
  const before = filesIn(join(cwd, 'content'));
  const refused = await imported({ cwd }, 'b/docs');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('A source called docs was imported before from another place');
  expect(refused.stderr).toContain('Nothing was written.');
  expect(filesIn(join(cwd, 'content'))).toEqual(before);
  writeFileSync(join(cwd, 'map.yaml'), 'sources:\n  - path: b/docs\n    name: parcels\n');
  const named = await imported({ cwd }, 'b/docs', '--map', 'map.yaml');
  expect(Object.keys(fates(named.report))).toEqual(['parcels/README.md', 'parcels/z.md']);
  // From now on each is known by where it is, alone and together.
  for (const sources of [['b/docs'], ['a/docs'], ['a/docs', 'b/docs']]) {
    const { report } = await imported({ cwd }, ...sources);
    expect(new Set(Object.values(fates(report)))).toEqual(new Set(['unchanged']));
  }
});

test('a source that moved is the same while half of it is, or when the map says so', async () => {
  const cwd = withDocs();
  await imported({ cwd });
  renameSync(join(cwd, 'docs'), join(cwd, 'old'));
  mkdirSync(join(cwd, 'new'));
  renameSync(join(cwd, 'old'), join(cwd, 'new/docs'));
  expect(Object.values(fates((await imported({ cwd }, 'new/docs')).report))).toEqual(
    Array(3).fill('unchanged'),
  );
  for (const path of ['README.md', 'runbooks/queue-full.md'])
    edit(cwd, `new/docs/${path}`, (text) => `${text}\nMore.\n`);
  expect((await imported({ cwd }, 'new/docs')).code).toBe(2);
  writeFileSync(join(cwd, 'map.yaml'), 'sources:\n  - path: new/docs\n    name: docs\n');
  const said = await imported({ cwd }, 'new/docs', '--map', 'map.yaml');
  expect(Object.values(fates(said.report)).sort()).toEqual(['unchanged', 'updated', 'updated']);
});

test('one name for two sources is refused', async () => {
  const cwd = temporary();
  writeFiles(cwd, { 'a/one/x.md': '# X\n', 'b/two/y.md': '# Y\n' });
  writeFileSync(join(cwd, 'map.yaml'), 'sources:\n  - path: b/two\n    name: one\n');
  const { code, stderr } = await imported({ cwd }, 'a/one', 'b/two', '--map', 'map.yaml');
  expect(code).toBe(2);
  expect(stderr).toContain('would both be called one');
});
