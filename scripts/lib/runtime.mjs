import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

const neededMajor = 24;

/**
 * The Node that runs the TypeScript of this project: the pinned one, or the one at hand if the
 * registry has no pinned build for this machine and the one at hand is new enough.
 * @param {string} root
 */
export function findRuntime(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(root, 'node_modules', 'node', 'bin', name);
  if (existsSync(pinned) && starts(pinned)) return pinned;
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath;
  throw new Error(
    `The handbook runs on Node ${neededMajor}. The copy in node_modules is missing or does not start ` +
      `on this machine (${process.platform} ${process.arch}), and this is Node ${process.versions.node}.\n` +
      'If npm is set to ignore install scripts, run: npm rebuild node --ignore-scripts=false\n' +
      `Otherwise install Node ${neededMajor} from https://nodejs.org and run the command again.`,
  );
}

/** @param {string} file */
function starts(file) {
  if (realpathSync(file) === realpathSync(process.execPath)) return true;
  return spawnSync(file, ['--version']).status === 0;
}
