import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheOf } from '../../src/workspace/cache.ts';
import { cacheFolder } from '../../src/workspace/cache-folder.ts';
import { astro, root } from '../lib/paths.ts';
import { devTimes } from './dev.ts';
import { generate } from './generate.ts';
import { type Cost, measure } from './measure.ts';
import { watchTimes } from './watch.ts';

/** What the handbook cost with a number of documents. */
export interface Trial {
  readonly documents: number;
  /** Files with content: documents, records and engagement.yaml. */
  readonly files: number;
  readonly contentBytes: number;
  readonly checks: CheckTrial;
  /** All rules of the standard, in the order in which they ran. */
  readonly readiness: readonly Cost[];
  readonly build: BuildTrial | null;
}

/** What a check cost, in the order in which it ran. */
export interface CheckTrial {
  /** Without anything kept from a run before. */
  readonly cold: readonly Cost[];
  readonly unchanged: readonly Cost[];
  /** After one sentence was added to one document. */
  readonly edited: readonly Cost[];
  /** From a save to the answer of `check --watch`, in milliseconds. */
  readonly answers: readonly number[];
}

interface BuildTrial {
  readonly cold: Cost;
  /** After one sentence was added to one document. */
  readonly rebuild: Cost;
  /** From a save to the page of `npm run dev` with the new words, in milliseconds. */
  readonly saves: readonly number[];
  readonly pages: number;
  readonly outputBytes: number;
  /** The part of the output that search reads. */
  readonly indexBytes: number;
}

export interface TrialOptions {
  readonly documents: number;
  /** Where everything is written; the caller deletes it. */
  readonly folder: string;
  readonly withBuild: boolean;
}

const RUNS = 3;

export async function trial({ documents, folder, withBuild }: TrialOptions): Promise<Trial> {
  const content = join(folder, `content-${documents}`);
  const edited = generate(content, documents);
  keepInGit(content);
  const files = filesBelow(content);
  const checks = await checkTrial(content, edited);
  // Made-up documents meet few rules: findings are expected.
  const readiness = await runs(content, ['readiness', '--format', 'json'], [0, 1]);
  const build = withBuild ? await buildTrial(content, join(folder, 'site'), edited) : null;
  forget(content);
  rmSync(content, { recursive: true, force: true });
  return { documents, files: files.length, contentBytes: bytesOf(files), checks, readiness, build };
}

async function checkTrial(content: string, document: string): Promise<CheckTrial> {
  const check = (before?: () => void) => runs(content, ['check'], [0], before);
  const text = readFileSync(document);
  const edit = () => appendFileSync(document, '\nA sentence that a reader asked for.\n');
  const cold = await check(() => forget(content));
  const unchanged = await check();
  const edited = await check(edit);
  writeFileSync(document, text);
  return { cold, unchanged, edited, answers: await watchTimes(content, document) };
}

/** Deletes what the command line keeps of a content folder. */
function forget(content: string): void {
  const home = { folder: join(root, cacheFolder), program: root };
  rmSync(cacheOf(home, content).folder, { recursive: true, force: true });
}

async function runs(
  content: string,
  command: readonly string[],
  fine: readonly number[],
  before = () => {},
): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (let run = 0; run < RUNS; run++) {
    before();
    costs.push(await measure([join(root, 'src/cli/bin.ts'), ...command], content, fine));
  }
  return costs;
}

async function buildTrial(content: string, site: string, edited: string): Promise<BuildTrial> {
  const build = () => measure([astro, 'build', '--outDir', site], content);
  const caches = siteCaches();
  try {
    const cold = await build();
    appendFileSync(edited, '\nOne more sentence that a reader asked for.\n');
    const rebuild = await build();
    const saves = await devTimes(content, edited);
    const files = filesBelow(site);
    return {
      cold,
      rebuild,
      saves,
      pages: files.filter(({ path }) => path.endsWith('.html')).length,
      outputBytes: bytesOf(files),
      indexBytes: bytesOf(filesBelow(join(site, 'search-index'))),
    };
  } finally {
    for (const cache of siteCaches()) if (!caches.has(cache)) rmSync(cache, { recursive: true });
    rmSync(site, { recursive: true, force: true });
  }
}

/** The folders in which astro.config.mjs keeps what it needs again, one for each content folder and audience. */
function siteCaches(): Set<string> {
  const home = join(root, 'node_modules/.cache/handbook');
  return new Set(existsSync(home) ? readdirSync(home).map((name) => join(home, name)) : []);
}

/** A handbook is kept in git, and pages show the last change from there: without it a build does less. */
function keepInGit(content: string): void {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: content, stdio: 'ignore' });
  git('init', '--quiet');
  git('add', '--all');
  const author = ['-c', 'user.name=Benchmark', '-c', 'user.email=benchmark@customer.example'];
  git(...author, '-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', 'Add all');
}

interface Found {
  readonly path: string;
  readonly bytes: number;
}

const filesBelow = (folder: string): Found[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/.git/'))
    .map((path) => ({ path, bytes: statSync(path).size }));

const bytesOf = (files: readonly Found[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);
