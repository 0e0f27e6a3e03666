// The entry of every npm script: installs what is missing, then runs the named script under the
// pinned Node. It has to work on Node 20 in a fresh clone, so it imports nothing from node_modules.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, packagesAreInstalled } from './lib/install.mjs';
import { findRuntime } from './lib/runtime.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [script, ...args] = process.argv.slice(2);

try {
  if (!script) throw new Error('Name the script to run: node scripts/run.mjs scripts/start.ts');
  if (!packagesAreInstalled(root)) await installPackages(root);
  run(findRuntime(root), join(root, script));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}

/**
 * @param {string} runtime
 * @param {string} file
 */
function run(runtime, file) {
  const child = spawn(runtime, [file, ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      PATH: `${dirname(runtime)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
    },
  });
  // The terminal sends Ctrl-C to the child as well: wait for it to finish instead of dying first.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  // npm passes SIGTERM to its shell only, which dies without a word to us: then we are an orphan.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  child.on('error', (error) => {
    console.error(`Could not start ${runtime}: ${error.message}`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}
