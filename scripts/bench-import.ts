// Imports folders into a temporary place and measures what came out, without the importer's own proof.
//   npm run bench:import -- [FOLDER ...]    else those that HANDBOOK_CORPORA names, with colons between
//   --site      build the site of each    --details FILE  write what is missing, broken and wrong
//   --labels FILE  types that the documents have    --write  record the figures in docs/import-figures.md
//   --keep DIR  leave what was imported there
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeAtomically } from '../src/workspace/write.ts';
import { detailsOf } from './bench-import/details.ts';
import { readLabels } from './bench-import/labels.ts';
import { machineOf, tableOf, typeTable } from './bench-import/tables.ts';
import { type Trial, trial } from './bench-import/trial.ts';
import { scoreOf } from './bench-import/types.ts';
import { Failure, runMain } from './lib/failure.ts';
import { root } from './lib/paths.ts';

const options = {
  site: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  details: { type: 'string' },
  labels: { type: 'string', default: join(root, 'tests/domain/import/labels.yaml') },
  keep: { type: 'string' },
} as const;

await runMain(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const named = process.env['HANDBOOK_CORPORA']?.split(':').filter(Boolean) ?? [];
  const folders = (positionals.length > 0 ? positionals : named).map((one) => resolve(one));
  if (folders.length === 0) {
    throw new Failure('Name the folders to import, or set HANDBOOK_CORPORA to them.');
  }
  const place = values.keep
    ? resolve(values.keep)
    : mkdtempSync(join(tmpdir(), 'handbook-import-'));
  try {
    const trials = await runAll(folders, place, values.site);
    const scores = trials.map((one) => scoreOf(one, readLabels(values.labels)));
    const known = scores.filter(({ labelled }) => labelled > 0);
    const tables = [tableOf(trials), ...(known.length > 0 ? [typeTable(known)] : [])].join('\n\n');
    console.log(tables);
    if (values.details) writeFileSync(values.details, detailsOf(trials, scores));
    if (values.write) record(tables);
  } finally {
    if (!values.keep) rmSync(place, { recursive: true, force: true });
  }
  return 0;
});

async function runAll(folders: readonly string[], place: string, site: boolean): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const [index, folder] of folders.entries()) {
    console.error(`Importing ${folder}`);
    const into = join(place, `${index}-${basename(folder)}`);
    rmSync(into, { recursive: true, force: true });
    mkdirSync(into, { recursive: true });
    const one = await trial(folder, into, site);
    console.error(tableOf([one]).split('\n').at(-1));
    trials.push(one);
  }
  return trials;
}

function record(tables: string): void {
  const file = join(root, 'docs/import-figures.md');
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root }).stdout;
  const machine = machineOf(new Date().toISOString().slice(0, 10), String(commit).trim());
  const parts = ['# What an import keeps', intro, machine, tables, notes];
  writeAtomically(file, `${parts.join('\n\n')}\n`);
  console.error(`Recorded in ${file}`);
}

const intro =
  'Written by `npm run bench:import -- --write FOLDER…`; do not edit. Each folder was imported into a new handbook, and what came out was compared with the files by other readers than those of the import.';

const notes = [
  '- Texts are the text nodes of the source as micromark, parse5 or the XML of a Word file have them; one is kept if its letters stand together in its document or in the report.',
  '- Code blocks are compared byte by byte, a last line end aside.',
  '- Links and images inside the source are looked up on the disk, before and after, with their anchors.',
  '- The second run imports the same source again; nothing may change.',
].join('\n');
