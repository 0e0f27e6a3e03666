// Measures the check and the build on made-up documents.
//   npm run bench -- [N ...]    how many documents; 100, 1000, 5000 and 10000 if not said
//   --check-only  leave out the builds    --write  record the figures in docs/benchmark.md
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeAtomically } from '../src/workspace/write.ts';
import { stop } from './bench/measure.ts';
import { fewest } from './bench/plan.ts';
import { recordOf, tablesOf } from './bench/report.ts';
import { type Trial, trial } from './bench/trial.ts';
import { Failure, runMain } from './lib/failure.ts';
import { root } from './lib/paths.ts';

/** Most documents that are built as well: a build of more only takes longer, in proportion. */
const BUILT = 5000;

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'check-only': { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const sizes = positionals.length > 0 ? positionals.map(sizeOf) : [100, 1000, 5000, 10_000];
  if (values.write && values['check-only'])
    throw new Failure('--write records builds as well: leave out --check-only.');
  const [load = 0] = loadavg();
  const trials = await inTemporaryFolder((folder) => runAll(sizes, folder, !values['check-only']));
  console.log(tablesOf(trials));
  if (values.write) {
    const file = join(root, 'docs/benchmark.md');
    writeAtomically(file, recordOf(trials, new Date().toISOString().slice(0, 10), load));
    console.error(`Recorded in ${file}`);
  }
  return 0;
});

async function runAll(
  sizes: readonly number[],
  folder: string,
  withBuild: boolean,
): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const documents of sizes) {
    console.error(`Measuring ${documents} documents.`);
    trials.push(await trial({ documents, folder, withBuild: withBuild && documents <= BUILT }));
  }
  return trials;
}

function sizeOf(text: string): number {
  const size = Number(text);
  if (Number.isSafeInteger(size) && size >= fewest) return size;
  throw new Failure(`"${text}" is no number of documents: write a whole number from ${fewest} up.`);
}

/** Runs with a folder that is gone afterwards, also after Ctrl-C. */
async function inTemporaryFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'handbook-bench-')));
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupted = true;
      stop();
    });
  }
  try {
    return await run(folder);
  } catch (error) {
    if (interrupted) throw new Failure('Stopped. The temporary files are gone.');
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
