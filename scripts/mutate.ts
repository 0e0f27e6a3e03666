// Puts single defects into a content folder and tells which of them the checks notice, and by which rule.
//   npm run mutate -- [--each N] [--seed N] [--content DIR]
//   --write  record the result in docs/mutation.md
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeAtomically } from '../src/workspace/write.ts';
import { Failure, runMain } from './lib/failure.ts';
import { root } from './lib/paths.ts';
import { markdownOf, textOf } from './mutate/report.ts';
import { tryAll } from './mutate/try.ts';

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      each: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
      content: { type: 'string', default: join(root, 'content') },
      write: { type: 'boolean', default: false },
    },
  });
  const each = numberOf(values.each, '--each');
  const folder = mkdtempSync(join(tmpdir(), 'handbook-mutate-'));
  try {
    cpSync(resolve(values.content), folder, { recursive: true });
    const tried = tryAll(folder, each, numberOf(values.seed, '--seed'));
    console.log(textOf(tried));
    if (values.write) writeAtomically(join(root, 'docs/mutation.md'), markdownOf(tried));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function numberOf(text: string, option: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Failure(`${option} "${text}" is no whole number above 0.`);
}
