import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dist, root } from './paths.ts';

const stamp = join(root, 'node_modules', '.cache', 'handbook', 'last-build.json');
const sources = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** A value that changes when anything changes that the built site is made of. */
export async function inputsOf(content: string): Promise<string> {
  const hash = createHash('sha256').update(content);
  const paths = [content, ...sources.map((source) => join(root, source))];
  const states = await Promise.all(paths.map(fileStates));
  for (const line of states.flat().sort()) hash.update(`${line}\n`);
  // Dates and authors come from history: a commit changes pages without touching a file.
  return hash.update(commitOf(content)).digest('hex');
}

/** Remembers that dist/ was built from these inputs. */
export function rememberBuild(inputs: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ inputs, dist: identityOfDist() }));
}

/** True when dist/ is what a build from these inputs left there, untouched since. */
export function isBuiltFrom(inputs: string): boolean {
  if (!existsSync(stamp)) return false;
  try {
    const last = JSON.parse(readFileSync(stamp, 'utf8'));
    return last.inputs === inputs && last.dist === identityOfDist();
  } catch {
    // A stamp that was cut off while it was written: build again.
    return false;
  }
}

function identityOfDist(): string | undefined {
  const home = statSync(join(dist, 'index.html'), { throwIfNoEntry: false });
  return home && `${home.ino} ${home.mtimeMs} ${home.size}`;
}

async function fileStates(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const found = await stat(path);
  if (!found.isDirectory()) return [`${path} ${found.size} ${found.mtimeMs}`];
  const entries = await readdir(path, { withFileTypes: true });
  const inside = entries.filter((entry) => entry.name !== '.git' && entry.name !== 'node_modules');
  return (await Promise.all(inside.map((entry) => fileStates(join(path, entry.name))))).flat();
}

function commitOf(folder: string): string {
  const git = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: folder, encoding: 'utf8' });
  return git.status === 0 ? git.stdout.trim() : 'no history';
}
