import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitArguments, gitEnvironment } from '../../src/workspace/git-arguments.ts';
import { walk } from '../../src/workspace/walk.ts';
import { dist, root } from './paths.ts';

const stamp = join(root, 'node_modules', '.cache', 'handbook', 'last-build.json');
const sources = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** A value that changes when anything changes that the built site is made of. */
export function inputsOf(content: string, audience: string): string {
  const named = `${content}\n${audience}\n${process.env.HANDBOOK_SITE}\n`;
  const hash = createHash('sha256').update(named);
  const paths = [content, ...sources.map((source) => join(root, source))];
  for (const line of paths.flatMap(fileStates).sort()) hash.update(`${line}\n`);
  // Dates and authors come from history: a commit changes pages without touching a file.
  return hash.update(commitOf(content)).digest('hex');
}

/** Remembers that dist/ was built from these inputs, and of which content folder, for `scan`. */
export function rememberBuild(inputs: string, content: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ inputs, content, dist: identityOfDist() }));
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

/** The state of every file at or below a path; what cannot be read is left to the build to report. */
function fileStates(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [stateOf(path)];
  return walk(path).map((file) => (file.trouble ? file.path : stateOf(join(path, file.path))));
}

function stateOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return `${file} ${found?.size} ${found?.mtimeMs}`;
}

function commitOf(folder: string): string {
  const git = spawnSync('git', gitArguments(folder, ['rev-parse', 'HEAD']), {
    encoding: 'utf8',
    env: gitEnvironment(),
  });
  return git.status === 0 ? git.stdout.trim() : 'no history';
}
