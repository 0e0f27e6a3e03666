import { join } from 'node:path';
import { checkCorpus } from '../domain/checks/run.ts';
import type { LocatedProblem } from '../domain/problems/problem.ts';
import { type Cache, keepNewest } from './cache.ts';
import { locate } from './locate.ts';
import type { Workspace } from './read-corpus.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** States of a handbook whose problems are remembered: those of a few branches. */
const STATES = 4;

/** Every problem of a handbook at its line, sorted; with a cache, a state that was checked before is not checked again. */
export function problemsOf(workspace: Workspace, cache: Cache | null = null): LocatedProblem[] {
  const check = () => locate(checkCorpus(workspace.corpus), workspace);
  if (!cache || !workspace.digest) return check();
  const digest = workspace.digest();
  const folder = join(cache.folder, 'checked');
  const file = join(folder, digest.slice(0, 16));
  const key = `${cache.program} ${digest}`;
  const known = readSealed(file, key) as LocatedProblem[] | undefined;
  if (known) return known;
  const problems = check();
  if (cache.mayKeep()) {
    writeSealed(file, key, problems);
    keepNewest(folder, STATES);
  }
  return problems;
}
