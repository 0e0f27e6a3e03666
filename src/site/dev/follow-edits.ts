import { join, relative, sep } from 'node:path';
import type { HookParameters } from 'astro';
import type { ViteDevServer } from 'vite';
import { addressOf } from '../../domain/graph/addresses.ts';
import { formatProblems } from '../../domain/problems/format.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { handbook, refresh } from '../handbook.ts';
import { overlayOf } from './overlay.ts';

/** Reads a document again when it is saved, shows it in the browser, and what is wrong with it over the page. */
export function followEdits({ server, logger }: HookParameters<'astro:server:setup'>): void {
  const { root } = handbook().workspace;
  let saved = new Set<string>();
  let waiting = new Set<string>();
  const reread = debounce(() => {
    saved = waiting;
    waiting = new Set();
    const { problems, discretion } = refresh();
    const errors = problems.filter(isError);
    const show = (path: string) => discretion.path(join(root, path));
    if (errors.length > 0) logger.warn(`\n${formatProblems(errors, show)}`);
    showAgain(server);
  });
  server.watcher.add(root);
  server.watcher.on('all', (_event, file) => {
    if (!file.startsWith(root + sep)) return;
    waiting.add(relative(root, file).replaceAll(sep, '/'));
    reread();
  });
  // A page asks when it is there: a message sent while it loads would be lost.
  server.environments.client.hot.on('handbook:shown', ({ address }, client) => {
    const overlay = overlayOf(errorsFor(String(address), saved), handbook());
    if (overlay) client.send(overlay);
  });
}

/** The errors of the document at an address, and before them those of what was saved last. */
function errorsFor(address: string, saved: ReadonlySet<string>): LocatedProblem[] {
  const { corpus, problems } = handbook();
  const shown = [...corpus.byId.values()].find((entry) => addressOf(entry) === address)?.path;
  const errors = problems.filter(isError);
  return [
    ...errors.filter(({ path }) => saved.has(path)),
    ...errors.filter(({ path }) => path === shown && !saved.has(path)),
  ];
}

const isError = ({ severity }: LocatedProblem): boolean => severity === 'error';

/** Has Astro ask for the pages anew, and browsers load them. */
function showAgain(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments))
    environment.hot.send('astro:content-changed', {});
  server.environments.client.hot.send({ type: 'full-reload', path: '*' });
}

/** An editor saves in several steps; one reading after the last is enough. */
function debounce(run: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, 50);
  };
}
