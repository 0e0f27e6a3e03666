import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { carryOutImport } from '../../src/cli/import/carry-out.ts';
import { type DocumentRow, type ImportReport, needsSomebody } from '../../src/cli/import/report.ts';
import type { ImportPlan } from '../../src/workspace/import/pipeline.ts';
import { putText } from '../../src/workspace/import/plan.ts';
import { emptyWorkspace } from '../../src/workspace/read-corpus.ts';
import { filesIn, writeFiles } from './import.ts';
import { temporary } from './run.ts';

test('a disk that fills while files are written leaves the folder as it was', async () => {
  const root = join(temporary(), 'content');
  writeFiles(root, { 'a.mdx': 'one' });
  const before = filesIn(root);
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
  const puts = [
    putText('a.mdx', 'eins', 'one'),
    ...Array.from({ length: 20 }, (_, at) => putText(`new/${at}.mdx`, 'x', null)),
    { path: 'files/x.png', content: () => Promise.reject(full), replaces: null },
  ];
  const target = { root, workspace: emptyWorkspace(root), first: new Map() };
  await expect(carryOutImport(target, { puts } as unknown as ImportPlan)).rejects.toThrow(
    'It broke off: the disk is full. Everything is as it was.',
  );
  expect(filesIn(root)).toEqual(before);
  expect(readdirSync(root)).toEqual(['a.mdx']);
});

test.each([
  ['written', 'whole', false],
  ['written', 'plain', false],
  ['written', 'code', true],
  ['updated', 'code', true],
  ['unchanged', 'code', false],
  ['contested', 'whole', true],
] as const)('a document that is %s, %s, needs somebody: %s', (fate, form, needs) => {
  const documents = [{ fate, form } as DocumentRow];
  const of = (lost: readonly string[], undone: readonly string[]) =>
    needsSomebody({ documents, undone, proof: { lost } } as unknown as ImportReport);
  expect(of([], [])).toBe(needs);
  expect(of(['a word'], [])).toBe(true);
  expect(of([], ['another type was asked for'])).toBe(true);
});
