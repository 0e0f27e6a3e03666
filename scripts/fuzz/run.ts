import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { types } from '../../src/domain/documents/registry.ts';
import { type Folder, judgeFolder } from './judge.ts';
import { bytesOf, mutate, type Seed } from './mutate.ts';
import { randomFrom } from './random.ts';

/** What a run came to. */
export interface Outcome {
  readonly documents: number;
  readonly rendered: number;
  readonly batches: number;
  readonly longest: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly batch: number;
  readonly faults: readonly string[];
  /** The fewest files that still bring it about. */
  readonly files: Folder;
}

export interface Plan {
  readonly documents: number;
  readonly seed: number;
  /** Documents that are mutated. */
  readonly seeds: readonly Seed[];
  /** Files that stand around the mutated ones as they are. */
  readonly base: Folder;
  /** A folder to write to. */
  readonly scratch: string;
  /** Called before each batch: a run that hangs is known by the last one. */
  readonly began?: (batch: number) => void;
  readonly failed?: (failure: Failure) => void;
}

/** Documents that are checked together, so that they can also get in each other's way. */
const BATCH = 50;
/** One batch may take this long, in milliseconds of work. */
const PATIENCE = 20_000;

/** Checks and renders mutated documents; every batch must end in problems or success. */
export async function fuzz(plan: Plan): Promise<Outcome> {
  const failures: Failure[] = [];
  let [rendered, batch, longest] = [0, 0, 0];
  for (; batch * BATCH < plan.documents; batch++) {
    plan.began?.(batch);
    const mutated = batchOf(plan, batch);
    const began = process.cpuUsage();
    const verdict = await judged(plan, mutated);
    const { user, system } = process.cpuUsage(began);
    const work = (user + system) / 1000;
    longest = Math.max(longest, work);
    rendered += verdict.rendered;
    const slow = work > PATIENCE ? [`it took ${Math.round(work)} ms`] : [];
    const faults = [...verdict.faults, ...slow];
    if (faults.length === 0) continue;
    const failure = { batch, faults, files: await fewest(plan, mutated, faults[0] ?? '') };
    failures.push(failure);
    plan.failed?.(failure);
  }
  return { documents: batch * BATCH, rendered, batches: batch, longest, failures };
}

const judged = ({ base, scratch }: Plan, mutated: Folder) =>
  judgeFolder(new Map([...base, ...mutated]), join(scratch, 'content'), new Set(mutated.keys()));

function batchOf({ seed, seeds }: Plan, batch: number): Folder {
  const random = randomFrom(seed * 1_000_003 + batch);
  const files = new Map<string, Uint8Array>();
  for (let index = 0; index < BATCH; index++) {
    const one = seeds[random(seeds.length)];
    if (!one) break;
    const bytes = bytesOf(mutate(one.text, seeds, random), random);
    files.set(random(3) === 0 ? one.path : elsewhere(one.path, index, random), bytes);
  }
  return files;
}

/** Another name beside a document, now and then in the folder of another type. */
function elsewhere(path: string, index: number, random: (below: number) => number): string {
  const type = types[random(types.length)];
  if (random(10) === 0 && type && type.folder !== '')
    return `${type.folder}/a${index}.${type.format}`;
  return path.replace(/[^/]+(?=\.[^.]+$)/, (name) => (path.includes('/') ? `a${index}` : name));
}

/** The fewest files of a failed batch that still give its first fault, cut to the fewest lines. */
async function fewest(plan: Plan, mutated: Folder, fault: string): Promise<Folder> {
  const kind = fault.slice(0, 24);
  const fails = async (files: Folder) =>
    (await judged(plan, files)).faults.some((one) => one.startsWith(kind));
  let files: Folder = mutated;
  for (const path of mutated.keys()) {
    const without = new Map([...files].filter(([other]) => other !== path));
    if (await fails(without)) files = without;
  }
  for (const [path, bytes] of files) {
    let lines = Buffer.from(bytes).toString('latin1').split('\n');
    for (let size = Math.ceil(lines.length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < lines.length; ) {
        const shorter = lines.toSpliced(at, size);
        const tried = new Map([...files, [path, Buffer.from(shorter.join('\n'), 'latin1')]]);
        if (await fails(tried)) {
          lines = shorter;
          files = tried;
        } else at += size;
      }
    }
  }
  return files;
}

/** The documents and records of a folder. */
export const seedsIn = (folder: string): Seed[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:mdx|yaml|svg)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
