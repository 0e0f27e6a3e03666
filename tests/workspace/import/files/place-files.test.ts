import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isPublished } from '../../../../src/domain/body/published.ts';
import {
  type PlacedFiles,
  placeFiles,
  type ReadableFile,
} from '../../../../src/workspace/import/files/place-files.ts';
import { dangersOf } from '../../../../src/workspace/svg.ts';
import { check } from '../../../rules/folder.ts';

type Bytes = string | Uint8Array;

function place(
  files: Readonly<Record<string, Bytes>>,
  taken?: ReadonlyMap<string, string>,
): Promise<PlacedFiles> {
  const all = Object.entries(files).map(([path, content]): [string, ReadableFile] => {
    const bytes = Buffer.from(content);
    return [path, { path, size: bytes.length, read: async () => bytes }];
  });
  return placeFiles(Object.keys(files), new Map(all), taken);
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/>';
const SAFE = `${SVG}</svg>`;
const UNSAFE = `${SVG}<script>alert(1)</script></svg>`;
const dot = (colour: string) =>
  sharp({ create: { width: 4, height: 4, channels: 3, background: colour } });
const red = await dot('red').png().toBuffer();
const blue = await dot('blue').png().toBuffer();
const sha256 = (bytes: Bytes) => createHash('sha256').update(bytes).digest('hex');

const to = ({ fates }: PlacedFiles, path: string): string | undefined => {
  const fate = fates.get(path);
  return fate && 'to' in fate ? fate.to : undefined;
};

test.each<[string, Bytes, string]>([
  ['img/Queue Depth.PNG', red, 'files/queue-depth.png'],
  ['a/plan.svg', SAFE, 'files/plan.svg'],
  ['photo.png', await dot('red').jpeg().toBuffer(), 'files/photo.jpg'],
  ['scan.tiff', await dot('red').tiff().toBuffer(), 'files/scan.png'],
  ['ops/restart.sh', '#!/bin/sh\n', 'files/restart.sh.txt'],
  ['Dockerfile', 'FROM scratch\n', 'files/dockerfile.txt'],
  ['deploy.yaml', 'a: 1\n', 'files/deploy.yaml.txt'],
  ['old.md', '# Old\n', 'files/old.md.txt'],
  ['page.html', '<script>x</script>', 'files/page.html.txt'],
  ['data.json', '{}', 'files/data.json'],
  ['rows.csv', 'a,b\n', 'files/rows.csv'],
  ['notes.txt', 'words', 'files/notes.txt'],
  ['spec.pdf', '%PDF-1.7\n\0\0', 'files/spec.pdf'],
  ['größe.png', red, 'files/grosse.png'],
  ['.env.example', 'A=1\n', 'files/env.example.txt'],
])('%s is published as %#: its own kind', async (path, bytes, expected) => {
  const placed = await place({ [path]: bytes });
  expect(placed.fates.get(path)).toMatchObject({ kind: 'published', to: expected });
  expect(isPublished(expected)).toBe(true);
});

const OFFICE = 'PK\x03\x04..[Content_Types].xml..\0';

test.each<[string, string, 'published' | 'kept']>([
  ['plan.docx', OFFICE, 'published'],
  ['plan.xlsx', `${OFFICE}xl/vbaProject.bin`, 'kept'],
  ['plan.xlsm', OFFICE, 'kept'],
  ['plan.pptx', 'MZ\0', 'kept'],
  ['plan.odt', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text\0', 'published'],
  ['plan.ods', 'PK\x03\x04opendocument Basic/Standard/script.xml\0', 'kept'],
  ['talk.mp4', '\0\0\0\x20ftypisom', 'published'],
  ['talk.webm', '\0\0\0\0<script>', 'kept'],
  ['talk.ogg', 'OggS\0', 'published'],
  ['talk.mp3', 'ID3\0', 'published'],
  ['all.zip', 'PK\x03\x04\0', 'kept'],
  ['run.exe', 'MZ\0', 'kept'],
])('%s whose bytes are %j is %s', async (path, bytes, kind) => {
  expect((await place({ [path]: bytes })).fates.get(path)?.kind).toBe(kind);
});

test('among copies the name wins that says something', async () => {
  const placed = await place({ 'a/65700.png': red, 'docs/img/queue graph.png': red });
  expect(to(placed, 'a/65700.png')).toBe('files/queue-graph.png');
});

test('an SVG that does more than draw is drawn as PNG', async () => {
  const placed = await place({ 'a/plan.svg': UNSAFE });
  expect(dangersOf(UNSAFE, 'a/plan.svg')).not.toEqual([]);
  expect(to(placed, 'a/plan.svg')).toBe('files/plan.png');
  const [write] = placed.writes;
  expect((await sharp(write?.bytes ?? Buffer.alloc(0)).metadata()).format).toBe('png');
  expect(write?.digest).toBe(sha256(write?.bytes ?? ''));
});

test('words that a drawing had as HTML are told to be missing', async () => {
  const html = `${SVG}<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Hi</p></foreignObject></svg>`;
  const { fates } = await place({ 'a.svg': html });
  expect(fates.get('a.svg')).toMatchObject({ remark: expect.stringContaining('compare it') });
});

test.each<[string, Bytes, boolean, RegExp]>([
  ['page.png', '<html>Not found</html>', true, /is none/],
  ['broken.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), true, /is none/],
  ['empty.gif', '', true, /is none/],
  [
    'big.png',
    'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n',
    false,
    /git lfs pull/,
  ],
])('%s is no picture', async (path, bytes, wasBroken, reason) => {
  const { fates, writes } = await place({ [path]: bytes });
  expect(fates.get(path)).toEqual({
    kind: 'refused',
    wasBroken,
    reason: expect.stringMatching(reason),
  });
  expect(writes).toEqual([]);
});

test('what browsers cannot be given is kept', async () => {
  const placed = await place({ 'a/Forms 1.xlsx': Buffer.from('PK\x03\x04\0\0\0') });
  expect(placed.fates.get('a/Forms 1.xlsx')).toMatchObject({
    kind: 'kept',
    to: 'files/forms-1.xlsx',
  });
  expect(placed.writes).toHaveLength(1);
});

test('the same bytes are written once, under the first name', async () => {
  const placed = await place({ 'b/image.png': red, 'a/copy.png': red, 'c/image.png': blue });
  expect(to(placed, 'b/image.png')).toBe('files/copy.png');
  expect(to(placed, 'c/image.png')).toBe('files/image.png');
  expect(placed.writes.map((one) => one.from)).toEqual(['a/copy.png', 'c/image.png']);
});

test('other bytes of one name are told apart by their folders', async () => {
  const placed = await place({ 'a/img/image.png': red, 'b/img/image.png': blue });
  expect(to(placed, 'a/img/image.png')).toBe('files/a-img-image.png');
  expect(to(placed, 'b/img/image.png')).toBe('files/b-img-image.png');
});

test('what is there already is used, and nothing else is overwritten', async () => {
  const taken = new Map([
    ['files/image.png', sha256(blue)],
    ['files/here.png', sha256(red)],
  ]);
  const same = await place({ 'a/image.png': red }, taken);
  expect(to(same, 'a/image.png')).toBe('files/here.png');
  expect(same.writes).toEqual([]);
  const other = await place({ 'a/image.png': await dot('green').png().toBuffer() }, taken);
  expect(to(other, 'a/image.png')).toBe('files/a-image.png');
});

test('text of another code is written as UTF-8', async () => {
  const latin = Buffer.concat([
    Buffer.from('; the size is Gr'),
    Buffer.from([0xf6, 0xdf]),
    Buffer.from('e\n'),
  ]);
  const placed = await place({ 'a.ini': latin });
  expect(Buffer.from(placed.writes[0]?.bytes ?? '').toString()).toBe('; the size is Größe\n');
});

test('a large file, one that is gone and one that cannot be read are named', async () => {
  const denied = Object.assign(new Error('EACCES: denied'), { code: 'EACCES' });
  const files = new Map<string, ReadableFile>([
    ['big.zip', { path: 'big.zip', size: 90_000_000, read: async () => Buffer.alloc(1) }],
    ['shut.png', { path: 'shut.png', size: 9, read: () => Promise.reject(denied) }],
  ]);
  const { fates } = await placeFiles(['big.zip', 'shut.png', 'gone.png'], files);
  expect(fates.get('big.zip')).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('90 MB'),
  });
  expect(fates.get('shut.png')).toMatchObject({ kind: 'refused', wasBroken: false });
  expect(fates.get('gone.png')).toMatchObject({ kind: 'refused', wasBroken: true });
});

test('a picture that is written into a document becomes a file', async () => {
  const address = `data:image/png;base64,${red.toString('base64')}`;
  const drawing = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(UNSAFE)}`;
  const { fates, writes } = await placeFiles([address, drawing, 'data:text/html,x'], new Map());
  expect(fates.get(address)).toMatchObject({ to: `files/picture-${sha256(red).slice(0, 8)}.png` });
  expect(fates.get(drawing)).toMatchObject({ kind: 'published', isPicture: true });
  expect(fates.get('data:text/html,x')).toMatchObject({ kind: 'refused', wasBroken: true });
  expect(writes.every(({ bytes }) => bytes !== null)).toBe(true);
});

test('what is written breaks no rule of a handbook', async () => {
  const { writes } = await place({
    'a.yaml': 'a: 1\n',
    'b.md': '# B\n',
    'c.svg': UNSAFE,
    'd.xlsx': Buffer.from('PK\x03\x04\0\0'),
    HEAD: 'ref: refs/heads/main\n',
  });
  const files = writes.map(({ to: path, bytes }) => [path, bytes ?? 'words'] as const);
  const problems = check(Object.fromEntries(files));
  expect(problems.filter(({ path }) => path.startsWith('files/'))).toEqual([]);
});
