import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatProblems } from '../domain/problems/format.ts';
import { handbook, refresh } from './handbook.ts';

/** A build that stops for what stands in the content; its message is the whole report. */
class ContentError extends Error {
  override name = 'Content';
}

/**
 * Ties the handbook to Astro: a build begins with the check and ends by putting the finished site in
 * the place of the last one; in dev an edit of any document is read at once.
 */
export function handbookIntegration(): AstroIntegration {
  return {
    name: 'handbook',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, config }) => {
        if (command === 'build') {
          refuseBadContent();
          updateConfig({ outDir: pathToFileURL(`${fileURLToPath(config.outDir).replace(/[\\/]$/, '')}.next/`) });
        }
      },
      'astro:server:setup': ({ server, logger }) => {
        const { root } = handbook().workspace;
        server.watcher.add(root);
        server.watcher.on('all', (event, file) => {
          if (event === 'addDir' || event === 'unlinkDir' || !file.startsWith(root)) return;
          const errors = refresh().problems.filter(({ severity }) => severity === 'error');
          if (errors.length > 0) logger.warn(`\n${formatProblems(errors, (path) => join(root, path))}`);
          server.ws.send({ type: 'full-reload', path: '*' });
        });
      },
      'astro:build:done': ({ dir }) => putInPlace(fileURLToPath(dir).replace(/[\\/]$/, '')),
    },
  };
}

function refuseBadContent(): void {
  const { problems, workspace } = handbook();
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const error = new ContentError(`${formatProblems(errors, (path) => join(workspace.root, path))}\nNothing was built; the last site is as it was.`);
  error.stack = error.message;
  throw error;
}

/** Puts the finished site at `dist/`; until the first rename succeeds the last one is untouched. */
function putInPlace(finished: string): void {
  const place = finished.replace(/\.next$/, '');
  const old = `${place}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  try {
    renameSync(finished, place);
  } catch (error) {
    if (existsSync(old)) renameSync(old, place);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
