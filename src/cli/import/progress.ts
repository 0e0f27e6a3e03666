import type { Progress, Stage } from '../../workspace/import/worker-crew.ts';
import type { Io } from '../io.ts';

const WORDS: Readonly<Record<Stage, string>> = {
  read: 'Reading',
  sort: 'Sorting',
  convert: 'Converting',
};

const WIDTH = 24;

/** A bar on stderr while a person waits; nothing where nobody looks. `clear` takes it away. */
export function progressBar({ isTerminal, stderr }: Io): { tell: Progress; clear: () => void } {
  let shown = '';
  const show = (line: string) => {
    if (!isTerminal.input || line === shown) return;
    stderr(`\r${line.padEnd(shown.length)}${line === '' ? '\r' : ''}`);
    shown = line;
  };
  return {
    tell: (stage, done, all) => {
      const full = all === 0 ? WIDTH : Math.floor((done / all) * WIDTH);
      const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
      show(`${WORDS[stage].padEnd(10)} ${bar} ${done} of ${all}`);
    },
    clear: () => show(''),
  };
}
