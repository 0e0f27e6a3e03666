import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatProblems } from '../domain/problems/format.ts';
import { takeLock } from '../workspace/lock.ts';
import { isSystemError, reasonOf } from '../workspace/system-error.ts';
import { copyWords } from './copy-words.ts';
import { followEdits } from './dev/follow-edits.ts';
import { handbook } from './handbook.ts';
import { importWords } from './import-words.ts';
import { finishSite } from './policy/finish.ts';
import { serveNames } from './search/serve-names.ts';
import { writeSearch } from './search/write-search.ts';

/**
 * Ties the handbook to Astro: a build begins with the check and ends by putting the finished site in
 * the place of the last one; in dev an edit of any document is read at once.
 */
export function handbookIntegration(): AstroIntegration {
  let cacheDir = '';
  return {
    name: 'handbook',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, config, injectScript }) => {
        if (command !== 'preview' && command !== 'sync') console.error(copyWords(handbook()));
        if (command === 'dev')
          injectScript(
            'page',
            `import ${JSON.stringify(join(import.meta.dirname, 'dev/ask-for-errors.ts'))};`,
          );
        cacheDir = fileURLToPath(config.cacheDir);
        if (command === 'build') {
          refuseBadContent();
          refuseSecondBuild(`${fileURLToPath(config.outDir).replace(/[\\/]$/, '')}.lock`);
          updateConfig({
            outDir: pathToFileURL(`${fileURLToPath(config.outDir).replace(/[\\/]$/, '')}.next/`),
            // A script in a file needs no hash; where none is inline, one that a document smuggled in stands out.
            vite: {
              build: { assetsInlineLimit: (file) => !/_lang\.|\.[jt]s$/.test(file) && undefined },
            },
          });
        }
      },
      'astro:server:setup': (parameters) => {
        followEdits(parameters);
        serveNames(parameters);
      },
      'astro:build:done': async ({ dir }) => {
        const finished = fileURLToPath(dir).replace(/[\\/]$/, '');
        await writeSearch(finished, handbook());
        await finishSite(finished, placeOf(finished), cacheDir);
        await putInPlace(finished);
      },
    },
  };
}

/**
 * Ends a build of content with errors, but for those of imported documents, which are left out. Leaves by exit: a
 * thrown error would be shown with a stack trace.
 */
function refuseBadContent(): void {
  const { verdict, workspace, discretion } = handbook();
  const { fatal, theirs } = verdict;
  const show = (path: string) => discretion.path(join(workspace.root, path));
  if (fatal.length > 0) {
    console.error(formatProblems(fatal, show));
    console.error(
      `${fatal.length} ${fatal.length === 1 ? 'error' : 'errors'}: nothing was built, and the last site is as it was.`,
    );
    process.exit(1);
  }
  if (theirs.length > 0) console.error(formatProblems(theirs, show));
  for (const words of importWords(handbook())) console.error(words);
}

/** Two builds into one folder would mix their files; the lock is given back when the process ends. */
function refuseSecondBuild(lock: string): void {
  const release = lockOf(lock);
  if (release === null) {
    console.error(
      `Another build is writing this site (${lock}). Wait for it, or stop it, and start again.`,
    );
    process.exit(1);
  }
  process.on('exit', release);
}

/** The lock of a build; ends it where the folder that the site goes into is not there or not ours. */
function lockOf(lock: string): ReturnType<typeof takeLock> {
  try {
    return takeLock(lock);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const reason =
      error.code === 'ENOENT' ? 'there is no such folder; make it first' : reasonOf(error);
    console.error(`The site cannot be built in ${dirname(lock)}: ${reason}.`);
    process.exit(2);
  }
}

/** Where a finished site is put. */
const placeOf = (finished: string): string => finished.replace(/\.next$/, '');

/** Puts the finished site at `dist/`; until the first rename succeeds the last one is untouched. */
async function putInPlace(finished: string): Promise<void> {
  const place = placeOf(finished);
  const old = `${place}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(place)) await rename(place, old);
  try {
    await rename(finished, place);
  } catch (error) {
    if (existsSync(old)) await rename(old, place);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
