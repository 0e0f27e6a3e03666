// Plants marks in a copy of the handbook, builds it for every audience, and searches each site for marks of
// documents that its readers may not see. Exit code 1 where one is found.
//   --content DIR  another content folder    --record  writes the result to proofs/, for rule MEM-02
//   --by PERSON    who answers for the run, as in people/
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordCanary } from './lib/canary/record.ts';
import { type CopyResult, runCanary } from './lib/canary/run.ts';
import { runNode } from './lib/child.ts';
import { runMain } from './lib/failure.ts';
import { astro, contentFolder } from './lib/paths.ts';

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      content: { type: 'string' },
      record: { type: 'boolean', default: false },
      by: { type: 'string' },
    },
  });
  const content = contentFolder(values.content);
  const folder = mkdtempSync(join(tmpdir(), 'handbook-canary-'));
  try {
    const results = await runCanary(content, folder, build);
    if (results === null) return 2;
    const report = results.map(linesOf).join('\n');
    console.log(report);
    const isClean = results.every(({ leaks, missed }) => leaks.length + missed.length === 0);
    if (values.record) console.error(recordCanary(content, { report, isClean, by: values.by }));
    else if (isClean)
      console.error('To record it as a proof: npm run canary -- --record --by PERSON');
    return isClean ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function build(content: string, out: string, audience: string): Promise<boolean> {
  const env = { HANDBOOK_CONTENT: content, HANDBOOK_AUDIENCE: audience };
  return (await runNode(astro, ['build', '--outDir', out], { env, stdout: 2 })) === 0;
}

/** What was found in one copy, file by file. */
function linesOf({ audience, hidden, shown, leaks, missed }: CopyResult): string {
  const sum = `${audience}: ${hidden} marked documents and records are hidden, ${leaks.length} of their marks found; ${shown} are shown, ${missed.length} of their marks not found`;
  return [
    sum,
    ...leaks.map(({ file, word }) => `  found in ${file}: ${word}`),
    ...missed.map((word) => `  not found: ${word}`),
  ].join('\n');
}
