import { lstatSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reviewOf } from '../../src/domain/standard/facts/reviews.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { standardContext } from '../../src/workspace/witness.ts';
import { answering, handbook, temporary, today } from './run.ts';

const page = 'content/systems/fax-gateway.mdx';
const review = ['review', 'systems/fax-gateway', '--by', 'dana-pruett'];

/** What the review of the fax gateway is worth. */
function state(cwd: string) {
  const workspace = readWorkspace(join(cwd, 'content'));
  const entry = workspace.corpus.byId.get('systems/fax-gateway');
  return entry && reviewOf(entry, standardContext(workspace, today)).state;
}

test('a review is current until the text changes', async () => {
  const cwd = temporary('records');
  expect(await handbook([...review, '--every', '30'], { cwd })).toMatchObject({
    code: 0,
    stdout: `${page}\n`,
  });
  expect(state(cwd)).toBe('current');
  const file = join(cwd, page);
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more thing.\n`);
  expect(state(cwd)).toBe('changed');
});

test('nothing but the stamp changes', async () => {
  const cwd = temporary('records');
  const file = join(cwd, page);
  const before = readFileSync(file, 'utf8').replace('owner:', '# A comment\nowner:  ');
  writeFileSync(file, before);
  await handbook(review, { cwd });
  const after = readFileSync(file, 'utf8');
  expect(after.replaceAll(/^reviewed_\w+: .*\n/gm, '')).toBe(before);
});

test('a page with Windows line ends is left alone', async () => {
  const cwd = temporary('records');
  const file = join(cwd, page);
  const before = readFileSync(file, 'utf8').replaceAll('\n', '\r\n');
  writeFileSync(file, before);
  const { code, stderr } = await handbook(review, { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/Windows line ends.*Nothing was written\.\n$/);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('of several documents all are written, or none', async () => {
  const cwd = temporary('records');
  const before = readFileSync(join(cwd, page), 'utf8');
  const args = ['review', 'systems/fax-gateway', 'people/ada-reyes', '--by', 'dana-pruett'];
  expect((await handbook(args, { cwd })).code).toBe(2);
  expect(readFileSync(join(cwd, page), 'utf8')).toBe(before);
});

test('a link stays a link', async () => {
  const cwd = temporary('records');
  renameSync(join(cwd, page), join(cwd, 'content/shared.txt'));
  symlinkSync('../shared.txt', join(cwd, page));
  expect((await handbook(review, { cwd })).code).toBe(0);
  expect(lstatSync(join(cwd, page)).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(cwd, page), 'utf8')).toContain('reviewed_by: dana-pruett');
});

test('at a terminal the reviewer is asked for', async () => {
  const cwd = temporary('records');
  const { prompt, asked } = answering(['ada-reyes']);
  const world = { cwd, terminal: { input: true }, prompt };
  expect((await handbook(['review', 'systems/fax-gateway'], world)).code).toBe(0);
  expect(asked[0]?.choices.map(({ value }) => value)).toContain('ada-reyes');
  expect(readFileSync(join(cwd, page), 'utf8')).toContain('reviewed_by: ada-reyes');
});

test('words of the template that are vouched for are named', async () => {
  const cwd = temporary('records');
  const file = join(cwd, page);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('This page answers', 'To write: this page answers'));
  expect((await handbook(review, { cwd })).stderr).toMatch(
    /still holds words of the template \("To write"\) in: "Purpose and users"\.\n$/,
  );
});
