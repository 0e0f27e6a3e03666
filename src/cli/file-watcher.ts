import { relative, sep } from 'node:path';
import type { FileWatcher } from './io.ts';

// Node's own recursive watching loses a file once an editor has saved it by rename.
const library = () => import('chokidar');

/** Watches the files of a disk until Ctrl-C; `trouble` is told once what cannot be watched. */
export const fileWatcher = (trouble: (words: string) => void): FileWatcher => ({
  begin: async (folder, changed) => {
    const inside = (file: string) => relative(folder, file).split(sep);
    const watcher = (await library()).watch(folder, {
      ignoreInitial: true,
      followSymlinks: false,
      // It would hold a removal back for a tenth of a second.
      atomic: false,
      ignored: (file) => inside(file).some((part) => /^\.(?!\.?$)|^node_modules$/.test(part)),
    });
    let told = false;
    watcher.on('all', (_, file) => changed(inside(file).join('/')));
    watcher.on('error', (error) => {
      if (!told) trouble(`Some files cannot be watched: ${String(error)}\n`);
      told = true;
      changed(null);
    });
    await new Promise<void>((resolve) => watcher.once('ready', resolve));
    return () => watcher.close();
  },
  ended: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
});
