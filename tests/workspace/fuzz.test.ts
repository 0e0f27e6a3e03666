import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../../scripts/fuzz/faults.ts';
import { fuzz, seedsIn } from '../../scripts/fuzz/run.ts';
import { unsafeIn } from '../../scripts/fuzz/unsafe-html.ts';
import type { LocatedProblem } from '../../src/domain/problems/problem.ts';
import { base } from '../rules/folder.ts';
import { messy } from './messy.ts';

/** Many more are tried by `npm run fuzz`. */
const DOCUMENTS = 1500;

const scratch = mkdtempSync(join(tmpdir(), 'handbook-fuzz-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const root = join(import.meta.dirname, '../..');
const plan = {
  seed: 1,
  seeds: [...seedsIn(join(root, 'content')), ...seedsIn(messy)],
  base: new Map(Object.entries(base).map(([path, text]) => [path, text ?? ''])),
  scratch,
};

it(`${DOCUMENTS} mutated documents: nothing throws, every problem has a place and words, no page holds what runs`, {
  timeout: 300_000,
}, async () => {
  const { failures, rendered } = await fuzz({ ...plan, documents: DOCUMENTS });
  expect(
    failures.map(({ batch, faults, files }) => ({
      batch,
      faults,
      files: [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
    })),
  ).toEqual([]);
  expect(rendered).toBeGreaterThan(DOCUMENTS / 4);
});

describe('what would fail a run', () => {
  const problem = {
    path: 'a.mdx',
    line: 2,
    column: 1,
    message: 'A.',
    fix: 'B.',
  } as LocatedProblem;

  it.each([
    ['a line that is not there', { line: 9 }],
    ['a column that is not there', { column: 9 }],
    ['words that are not filled in', { message: 'The {field}.' }],
    ['a value that is none', { message: 'It is undefined.' }],
    ['a character that turns the words', { message: 'a\u202eb' }],
  ])('%s', (_, wrong) => {
    expect(faultsOf({ ...problem, ...wrong }, 'a\nb\n')).toHaveLength(1);
    expect(faultsOf(problem, 'a\nb\n')).toEqual([]);
  });

  it.each([
    '<script>a</script>',
    '<p onclick="a">b</p>',
    '<a href="javascript:a">b</a>',
    '<a href="//a.example">b</a>',
    '<a href="/\\a.example">b</a>',
    '<img src="https://a.example/b.png">',
    '<img src="data:image/svg+xml;base64,PHN2Zy8+">',
    '<p style="background:url(//a.example)">b</p>',
    '<svg><foreignObject></foreignObject></svg>',
    '<!-- a -->',
    '<iframe></iframe>',
    '<rect fill="url(//a.example)">',
  ])('%s', (html) => {
    expect(unsafeIn(html)).not.toEqual([]);
  });
});
