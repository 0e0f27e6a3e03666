import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { proofOf } from '../../src/domain/standard/facts/proofs.ts';
import { dat05 } from '../../src/domain/standard/rules/dat-05.ts';
import { dat06 } from '../../src/domain/standard/rules/dat-06.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { builtFolder } from '../../src/workspace/scan/built.ts';
import { standardContext } from '../../src/workspace/witness.ts';
import { handbook, temporary, today } from './run.ts';

const token = ['ghp', 'abcdefghijklmnopqrstuvwxyz0123456789'].join('_');

function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** A repository with a handbook, a commit of it and a built site. */
function repository(): { cwd: string; commit: (message: string) => void } {
  const cwd = temporary('records');
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', cwd, '-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args]);
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', message);
  };
  git('init', '-q');
  write(cwd, '.gitignore', 'dist\n');
  commit('Begin');
  return { cwd, commit };
}

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">`;

function build(cwd: string, page = '<p>The handbook.</p>'): void {
  write(cwd, 'dist/index.html', policy + page);
  write(cwd, 'dist/search-index/names.json', '{}');
}

test('finds what stands in history, in messages, in packed files and in pictures', async () => {
  const { cwd, commit } = repository();
  write(cwd, 'notes.txt', `MRN 4471902\n${token}\n`);
  commit('Add notes');
  execFileSync('git', ['-C', cwd, 'rm', '-q', 'notes.txt']);
  commit('Remove notes of MRN 4471903');
  build(cwd);
  write(cwd, 'dist/index.pf_fragment', gzipSync('{"content":"SSN 412-58-9931"}'));
  write(
    cwd,
    'dist/code.html',
    '<pre><span>PID|1||</span><span>4471904^^^A^MR||DOE^JANE</span></pre>',
  );
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
  const exif = { IFD0: { ImageDescription: 'Chart of MRN 4471905' } };
  write(cwd, 'dist/chart.jpg', await picture.withExif(exif).jpeg().toBuffer());
  const { code, stdout } = await handbook(['scan', '--format', 'json'], { cwd });
  expect(code).toBe(1);
  const found = JSON.parse(stdout).problems.map(
    ({ ruleId, path }: { ruleId: string; path: string }) =>
      `${ruleId} ${path.replace(/^.*?[0-9a-f]{8}:/, ':')}`,
  );
  expect(found.sort()).toEqual([
    'scan-phi : its message',
    'scan-phi :notes.txt',
    'scan-phi dist/chart.jpg',
    'scan-phi dist/code.html',
    'scan-phi dist/index.pf_fragment',
    'scan-secret :notes.txt',
  ]);
  for (const value of ['44719', '412-58', 'DOE', token]) expect(stdout).not.toContain(value);
});

test('without a build or without git it is no pass, and no proof is written', async () => {
  const { cwd } = repository();
  const result = await handbook(['scan'], { cwd });
  expect([result.code, result.stderr]).toEqual([2, expect.stringContaining('no built site')]);
  const refused = await handbook(['scan', '--write-proof'], { cwd });
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringContaining('No proof is written'),
  ]);
  const bare = temporary('records');
  build(bare);
  const without = await handbook(['scan'], { cwd: bare });
  expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('no git history')]);
});

test('the pages of the standard may show their examples of what not to write', async () => {
  const { cwd } = repository();
  const { notOk } = dat05.examples;
  build(cwd, `<pre>${notOk?.text}${dat06.examples.notOk?.text}</pre>`);
  expect((await handbook(['scan'], { cwd })).code).toBe(0);
  build(cwd, `<pre>${notOk?.text.replace('4471902', '4471903')}</pre>`);
  expect((await handbook(['scan'], { cwd })).code).toBe(1);
});

test('a file that it cannot read is named, and makes it no pass', async () => {
  const { cwd, commit } = repository();
  write(cwd, 'content/drills/plan.pdf', '%PDF-1.7 MRN 4471902');
  write(cwd, 'old.zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
  commit('Add files');
  execFileSync('git', ['-C', cwd, 'rm', '-q', 'old.zip']);
  commit('Remove the archive');
  build(cwd);
  const { code, stderr } = await handbook(['scan'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/Not looked into: content\/drills\/plan\.pdf, .*[0-9a-f]{8}:old\.zip/);
  expect(stderr.match(/Not looked into/g)).toHaveLength(1);
  const refused = await handbook(['scan', '--write-proof'], { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('No proof is written');
});

test('the proofs of a clean scan count for the documents as they are', async () => {
  const { cwd, commit } = repository();
  commit('Add the handbook');
  build(cwd);
  const result = await handbook(['scan', '--write-proof'], { cwd });
  expect(result.code, result.stderr + result.stdout).toBe(0);
  const context = standardContext(readWorkspace(join(cwd, 'content')), today);
  for (const kind of ['phi-scan', 'secret-scan'] as const)
    expect(proofOf(context, kind).state).toBe('good');
  const report = readFileSync(join(cwd, `content/proofs/phi-scan-${today}.log`), 'utf8');
  expect(report).toContain('0 findings');
});

/** Runs git in a repository, as somebody. */
const gitIn =
  (cwd: string, env: Readonly<Record<string, string>> = {}) =>
  (args: readonly string[], input?: string) =>
    execFileSync('git', ['-C', cwd, '-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
      env: { ...process.env, ...env },
      ...(input === undefined ? {} : { input }),
    });

const placesOf = async (cwd: string): Promise<string[]> => {
  const { stdout } = await handbook(['scan', '--format', 'json'], { cwd });
  expect(stdout).not.toMatch(/44719\d\d/);
  return JSON.parse(stdout)
    .problems.map(({ path }: { path: string }) => path.replace(/^[0-9a-f]{8}:/, ':'))
    .sort();
};

test('a commit with an old date hides nothing, neither itself nor what it builds on', async () => {
  const { cwd, commit } = repository();
  write(cwd, 'notes.txt', 'MRN 4471902\n');
  commit('Add notes');
  const old = {
    GIT_COMMITTER_DATE: '2001-01-01T00:00:00Z',
    GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z',
  };
  const git = gitIn(cwd, old);
  git(['rm', '-q', 'notes.txt']);
  write(cwd, 'older.txt', 'MRN 4471903\n');
  git(['add', '-A']);
  git(['commit', '-q', '-m', 'Tidy']);
  git(['rm', '-q', 'older.txt']);
  git(['commit', '-q', '-m', 'Tidy of MRN 4471904']);
  build(cwd);
  expect(await placesOf(cwd)).toEqual([': its message', ':notes.txt', ':older.txt']);
});

test('finds what stands in odd messages and names, and behind odd names', async () => {
  const { cwd } = repository();
  const git = gitIn(cwd);
  write(cwd, '0\u0001x', 'nothing\n');
  write(cwd, 'after.txt', 'MRN 4471902\n');
  write(cwd, 'charts/mrn/4471903.txt', 'nothing\n');
  git(['add', '-A']);
  git(['commit', '-q', '-F', '-'], 'Add charts\n\nSeen in \u0001 MRN \u0002 4471904\n');
  git(['rm', '-q', '-r', '0\u0001x', 'after.txt', 'charts']);
  git(['commit', '-q', '-F', '-'], 'Remove them\n\nFound-by: MRN 4471905\n');
  git([
    'commit',
    '-q',
    '--allow-empty',
    '-m',
    'End\n\nReviewed-by: Dana Pruett <d@clinic.example>',
  ]);
  git(['branch', 'fix-mrn-4471906']);
  git(['tag', '-a', 'v1', '-m', 'Without MRN 4471907']);
  build(cwd);
  expect(await placesOf(cwd)).toEqual([
    ': its message',
    ': its message',
    ': the message of a tag',
    ': the name of a branch or tag',
    ': the name of a file',
    ':after.txt',
  ]);
});

test('looks into UTF-16, old line ends, drawings in pieces, and pictures behind their end', async () => {
  const { cwd, commit } = repository();
  const canvas = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
  const jpeg = await canvas.jpeg().toBuffer();
  const words = 'MRN 4471902';
  const comment = Buffer.from([0xff, 0xfe, 0, words.length + 2]);
  const scanEnd = jpeg.length - 2;
  const wide = Buffer.from(`\ufeffid,note\n1,${words}\n`, 'utf16le');
  write(cwd, 'le.csv', wide);
  write(cwd, 'be.csv', Buffer.from(wide).swap16());
  write(cwd, 'cr.csv', 'mrn,born,name\r4471902,1959-02-11,Doe\r4471903,1960-03-12,Roe\r');
  write(cwd, 'end.png', Buffer.concat([await canvas.png().toBuffer(), Buffer.from(words)]));
  write(cwd, 'end.jpg', Buffer.concat([jpeg, Buffer.from(words)]));
  write(
    cwd,
    'comment.jpg',
    Buffer.concat([jpeg.subarray(0, scanEnd), comment, Buffer.from(words), jpeg.subarray(scanEnd)]),
  );
  write(cwd, 'map.svg', '<svg><text>MRN <tspan>447</tspan><tspan x="9">1902</tspan></text></svg>');
  write(cwd, 'twice.gz', gzipSync(gzipSync(words)));
  commit('Add files');
  build(cwd);
  const files = (await placesOf(cwd)).filter((place) => !place.startsWith(':'));
  expect(files).toEqual([
    'be.csv',
    'comment.jpg',
    'cr.csv',
    'end.jpg',
    'end.png',
    'le.csv',
    'map.svg',
    'twice.gz',
  ]);
});

test('bytes that are no text are named, wherever they hide', async () => {
  const { cwd } = repository();
  const zip = Buffer.from([0x50, 0x4b, 3, 4, 0, 0]);
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const closed: Record<string, Uint8Array> = {
    'nul.csv': Buffer.from('\0MRN 4471902'),
    'late.csv': Buffer.from(`${'x'.repeat(9000)}\0MRN 4471902`),
    'wide.csv': Buffer.from('MRN 4471902', 'utf16le').swap16(),
    'font.csv': Buffer.concat([Buffer.from([0, 1, 0, 0]), Buffer.from('MRN 4471902')]),
    'bytes.dat': Buffer.from([0x9f, 0x81, 0x05, 0xf4, 0xf4, 0xf7]),
    'zip.png': Buffer.concat([png, zip]),
    'zip.gz': gzipSync(zip),
    'tail.gz': Buffer.concat([gzipSync('words'), Buffer.from('\0MRN 4471902')]),
    'large.txt': Buffer.alloc(20_000_001, 'a '),
  };
  for (const [name, bytes] of Object.entries(closed)) {
    write(cwd, `content/${name}`, bytes);
    build(cwd);
    const { code, stderr } = await handbook(['scan'], { cwd });
    expect([code, stderr], name).toEqual([2, expect.stringContaining('Not looked into')]);
    rmSync(join(cwd, 'content', name));
  }
});

test('a message that is too long to read is named', async () => {
  const { cwd } = repository();
  gitIn(cwd)(['commit', '-q', '--allow-empty', '-F', '-'], 'long words\n'.repeat(2_000_000));
  build(cwd);
  const { code, stderr } = await handbook(['scan'], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringMatching(/Not looked into: \w{8}: its message/)]);
});

test('a folder that is no built handbook is no pass', async () => {
  const { cwd } = repository();
  write(cwd, 'dist/index.html', '');
  const empty = await handbook(['scan'], { cwd });
  expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining('was not built by this')]);
  write(cwd, 'dist/index.html', policy);
  expect((await handbook(['scan', '--built', 'dist'], { cwd })).code).toBe(2);
  build(cwd);
  expect((await handbook(['scan'], { cwd })).code).toBe(0);
});

test('without a dist of its own it takes the one of the program, if that was built from it', () => {
  const [program, top] = [temporary(), temporary('records')];
  const root = join(top, 'content');
  build(program);
  const { ino, mtimeMs, size } = statSync(join(program, 'dist/index.html'));
  const remember = (content: string, dist: string) =>
    write(
      program,
      'node_modules/.cache/handbook/last-build.json',
      JSON.stringify({ content, dist }),
    );
  remember(root, `${ino} ${mtimeMs} ${size}`);
  expect(builtFolder(top, root, program)).toBe(join(program, 'dist'));
  remember(root, 'another');
  expect(builtFolder(top, root, program)).toBe(join(top, 'dist'));
  remember(program, `${ino} ${mtimeMs} ${size}`);
  expect(builtFolder(top, root, program)).toBe(join(top, 'dist'));
});
