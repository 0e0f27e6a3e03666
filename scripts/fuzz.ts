import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Failure, fuzz, seedsIn } from './fuzz/run.ts';
import { root } from './lib/paths.ts';

// Checks and renders mutated documents of the sample:
//   npm run fuzz -- --documents 50000 --seed 1
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
  },
});
const scratch = mkdtempSync(join(tmpdir(), 'handbook-fuzz-'));
const seed = Number(values.seed);
const sample = seedsIn(join(root, 'content'));
const messy = seedsIn(join(root, 'tests/fixtures/messy'));
const hostile = seedsIn(join(root, 'tests/fixtures/hostile')).map(({ path, text }) => ({
  path: path.replace(/^[^/]+\//, ''),
  text,
}));
const kept = sample.filter(({ path }) => /^(?:engagement\.yaml|people\/|systems\/)/.test(path));
const outcome = await fuzz({
  documents: Number(values.documents),
  seed,
  // The sample more than once: it has every type, and most of what is read comes from it.
  seeds: [...sample, ...sample, ...messy, ...hostile],
  base: new Map(kept.map(({ path, text }) => [path, text])),
  scratch,
  failed: report,
  began: (batch) => {
    if (batch % 20 === 0) process.stderr.write(`batch ${batch}\n`);
  },
});
rmSync(scratch, { recursive: true, force: true });
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${outcome.documents} documents in ${outcome.batches} batches, seed ${seed}: ${outcome.rendered} rendered, ` +
    `${outcome.failures.length} batches failed; the longest took ${Math.round(outcome.longest)} ms of work, ` +
    `${memory} MB at most.`,
);
process.exitCode = outcome.failures.length > 0 ? 1 : 0;

/** Tells a failure, and keeps the files that bring it about. */
function report({ batch, faults, files }: Failure): void {
  const place = join(tmpdir(), `handbook-fuzz-${seed}-${batch}`);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), bytes);
  }
  console.log(`Batch ${batch} of seed ${seed}; its files, cut down, are in ${place}`);
  for (const fault of faults.slice(0, 5)) console.log(`  ${fault}`);
}
