import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbook, temporary, today } from './run.ts';

const page = 'content/systems/fax-gateway.mdx';
const record = 'content/acceptances/system-fax-gateway.yaml';
const accept = ['accept', 'systems/fax-gateway', '--by', 'dana-pruett'];

const read = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8');
const edit = (cwd: string, path: string, change: (text: string) => string) =>
  writeFileSync(join(cwd, path), change(read(cwd, path)));
const hashIn = (text: string) => /accepted_hash: "?([0-9a-f]{64})/.exec(text)?.[1];

test('after an edit the same command brings the record up to date, and keeps its other lines', async () => {
  const cwd = temporary('records');
  await handbook([...accept, '--note', 'For now'], { cwd });
  edit(cwd, record, (text) => `# By telephone\n${text.replace('System: Fax gateway', 'Gateway')}`);
  const before = read(cwd, record);
  edit(cwd, page, (text) => `${text}\nOne more thing.\n`);
  expect((await handbook(accept, { cwd })).code).toBe(0);
  const after = read(cwd, record);
  expect(hashIn(after)).not.toBe(hashIn(before));
  expect(after).toMatch(/^# By telephone\ntitle: "Gateway"\n/);
  expect(after, 'what was said of the old text').not.toContain('For now');
});

test('a review of the text does not void its acceptance', async () => {
  const cwd = temporary('records');
  await handbook(accept, { cwd });
  await handbook(['review', 'systems/fax-gateway', '--by', 'ada-reyes'], { cwd });
  expect((await handbook(accept, { cwd })).stderr).toContain('has accepted systems/fax-gateway');
});

test('a record that is found under another name is the one that is updated', async () => {
  const cwd = temporary('records');
  const fields = ['title: Mine', 'document: systems/fax-gateway', 'accepted_by: dana-pruett'];
  const more = ['accepted_on: 2026-09-02', `accepted_hash: ${'a'.repeat(64)}`, ''];
  const mine = 'content/acceptances/mine.yaml';
  await handbook(['accept', 'runbooks/fax-queue-stalled', '--by', 'ada-reyes'], { cwd });
  writeFileSync(join(cwd, mine), [...fields, ...more].join('\n'));
  const { stdout } = await handbook(accept, { cwd });
  expect(stdout).toBe(`${mine}\n`);
  expect(read(cwd, mine)).toContain(`accepted_on: ${today}\n`);
});

test('only who takes a document over accepts it', async () => {
  const cwd = temporary('records');
  edit(cwd, page, (text) => text.replace('created:', 'successor: ada-reyes\ncreated:'));
  const { code, stderr } = await handbook(accept, { cwd });
  expect(code).toBe(2);
  expect(stderr).toBe(
    'systems/fax-gateway.mdx: Ada Reyes takes it over, so Dana Pruett cannot accept it. Let them do it: --by ada-reyes. If it passes to Dana Pruett, write in it: successor: dana-pruett. Nothing was written.\n',
  );
});

test('what another person accepted as it stands is not accepted over their head', async () => {
  const cwd = temporary('records');
  await handbook(accept, { cwd });
  const args = ['accept', 'systems/fax-gateway', '--by', 'ada-reyes'];
  const { code, stderr } = await handbook(args, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('Dana Pruett has accepted this very text');
});

test('the acceptance and the note of an earlier person stay when the document passes on', async () => {
  const cwd = temporary('records');
  await handbook([...accept, '--note', 'For the night shift'], { cwd });
  const before = read(cwd, record);
  edit(cwd, page, (text) => text.replace('created:', 'successor: ada-reyes\ncreated:'));
  const args = ['accept', 'systems/fax-gateway', '--by', 'ada-reyes'];
  const { code, stdout, stderr } = await handbook(args, { cwd });
  expect(code).toBe(0);
  expect(stdout).toBe('content/acceptances/system-fax-gateway-ada-reyes.yaml\n');
  expect(stderr).not.toContain('does not count');
  expect(read(cwd, record)).toBe(before);
});

test.each([
  [
    'of another document',
    'document: runbooks/fax-queue-stalled\n',
    'of runbooks/fax-queue-stalled',
  ],
  ['that cannot be read', 'document: [\n', 'of nothing that can be read'],
])('a record %s under the name is left alone', async (_, text, words) => {
  const cwd = temporary('records');
  await handbook(accept, { cwd });
  writeFileSync(join(cwd, record), text);
  const { code, stderr } = await handbook(accept, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(words);
  expect(read(cwd, record)).toBe(text);
});

test('a record whose fields stand in braces is left alone', async () => {
  const cwd = temporary('records');
  await handbook(accept, { cwd });
  const text = '{ title: A, document: systems/fax-gateway, accepted_by: dana-pruett }\n';
  writeFileSync(join(cwd, record), text);
  const { code, stderr } = await handbook(accept, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('does not write its fields one a line');
  expect(read(cwd, record)).toBe(text);
});

test('a note over several lines is kept as it is', async () => {
  const cwd = temporary('records');
  const note = 'First: this.\n\nThen "that".';
  await handbook([...accept, '--note', note], { cwd });
  const { stdout } = await handbook(['list', 'acceptance', '--format', 'json'], { cwd });
  expect(JSON.parse(stdout)[0].note).toBe(note);
});

test('a review note of two lines is refused, and nothing is written', async () => {
  const cwd = temporary('records');
  const before = read(cwd, page);
  const args = ['review', 'systems/fax-gateway', '--by', 'ada-reyes', '--note', 'a\nb'];
  const { code, stderr } = await handbook(args, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('`review_note`');
  expect(read(cwd, page)).toBe(before);
});

test('in a copy whose day is pinned, records up to that day are taken', async () => {
  const cwd = temporary('records');
  edit(cwd, 'content/engagement.yaml', (text) => `${text}as_of: 2026-11-20\n`);
  expect((await handbook([...accept, '--on', '2026-11-20'], { cwd })).code).toBe(0);
  const { code, stderr } = await handbook([...accept, '--on', '2026-11-21'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('is still to come; today is 2026-11-20');
});

test('whose person somebody is follows from the address, not from what the record says', async () => {
  const cwd = temporary('records');
  edit(cwd, 'content/people/dana-pruett.yaml', (text) =>
    text.replace('lakeside.example', 'NorthGate.example'),
  );
  const { code, stderr } = await handbook(accept, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('Dana Pruett is of the vendor');
});

test.each([
  accept.slice(0, 2).concat('--by', 'kim-both'),
  ['review', 'systems/fax-gateway', '--by', 'kim-both'],
])('somebody whose record and address disagree is refused: %s', async (...args) => {
  const cwd = temporary('records');
  const fields = ['name: Kim Both', 'email: kim@northgate.example', 'side: customer', ''];
  writeFileSync(join(cwd, 'content/people/kim-both.yaml'), fields.join('\n'));
  const { code, stderr } = await handbook(args, { cwd });
  expect(code).toBe(2);
  expect(stderr).toBe(
    '--by kim-both cannot stand: people/kim-both.yaml says `side: customer`, and the address kim@northgate.example is of the vendor. Correct the one that is wrong. Nothing was written.\n',
  );
});

test('a domain on both sides is named', async () => {
  const cwd = temporary('records');
  edit(cwd, 'content/engagement.yaml', (text) =>
    text.replace('- northgate.example', '- lakeside.example'),
  );
  const { code, stderr } = await handbook(accept, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('the domain lakeside.example is on both sides in engagement.yaml');
});
