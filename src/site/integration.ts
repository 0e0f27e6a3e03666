import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { formatProblems } from '../domain/problems/format.ts';
import { takeLock } from '../workspace/lock.ts';
import { copyWords } from './copy-words.ts';
import { handbook, LOADER, refresh } from './handbook.ts';
import { finishSite } from './policy/finish.ts';

/**
 * Ties the handbook to Astro: a build begins with the check and ends by putting the finished site in
 * the place of the last one; in dev an edit of any document is read at once.
 */
export function handbookIntegration(): AstroIntegration {
  let cacheDir = '';
  return {
    name: 'handbook',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, config }) => {
        if (command !== 'preview' && command !== 'sync')
          console.error(copyWords(handbook(), command));
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
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        const { root } = handbook().workspace;
        const reread = debounce(async () => {
          const errors = refresh().problems.filter(({ severity }) => severity === 'error');
          if (errors.length > 0)
            logger.warn(`\n${formatProblems(errors, (path) => join(root, path))}`);
          await refreshContent?.({ loaders: [LOADER] });
          showAgain(server);
        });
        server.watcher.add(root);
        server.watcher.on('all', (_event, file) => {
          if (file.startsWith(root + sep)) reread();
        });
      },
      'astro:build:done': async ({ dir }) => {
        const finished = fileURLToPath(dir).replace(/[\\/]$/, '');
        await finishSite(finished, placeOf(finished), cacheDir);
        await putInPlace(finished);
      },
    },
  };
}

/** Has Astro ask for the pages anew, and browsers load them. */
function showAgain(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments))
    environment.hot.send('astro:content-changed', {});
  server.environments.client.hot.send({ type: 'full-reload', path: '*' });
}

/** An editor saves in several steps; one reading after the last is enough. */
function debounce(run: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), 50);
  };
}

/** Ends a build of content with errors. Leaves by exit: a thrown error would be shown with a stack trace. */
function refuseBadContent(): void {
  const { problems, workspace } = handbook();
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  console.error(formatProblems(errors, (path) => join(workspace.root, path)));
  console.error(
    `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}: nothing was built, and the last site is as it was.`,
  );
  process.exit(1);
}

/** Two builds into one folder would mix their files; the lock is given back when the process ends. */
function refuseSecondBuild(lock: string): void {
  const release = takeLock(lock);
  if (release === null) {
    console.error(
      `Another build is writing this site (${lock}). Wait for it, or stop it, and start again.`,
    );
    process.exit(1);
  }
  process.on('exit', release);
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
