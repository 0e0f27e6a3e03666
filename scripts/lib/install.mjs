import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * True when node_modules holds what package-lock.json names, by npm's own record of the install.
 * @param {string} root
 */
export function packagesAreInstalled(root) {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    // Optional packages of other platforms are in the lock and never on disk.
    return found ? found.version === version : optional === true;
  });
}

/**
 * @param {string} root
 * @returns {Promise<void>}
 */
export function installPackages(root) {
  console.error('Installing the packages of package-lock.json (about a minute) ...');
  const { command, args } = npm();
  return new Promise((resolve, reject) => {
    let errors = '';
    const child = spawn(
      command,
      [
        ...args,
        'ci',
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: command === 'npm.cmd' },
    );
    child.stdout.pipe(process.stderr);
    child.stderr.on('data', (chunk) => {
      errors += chunk;
      process.stderr.write(chunk);
    });
    child.on('error', () => reject(new Error(noNpm)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(reasonOf(errors)))));
  });
}

/** @returns {{ command: string, args: string[] }} */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  // Inside `npm run`, use that same npm and its own Node: the pinned Node is about to be replaced.
  if (script && node) return { command: node, args: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

const noNpm =
  'npm was not found. It comes with Node: install Node 20 or later from https://nodejs.org.';

/** @param {string} errors */
function reasonOf(errors) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/.test(errors)) {
    return 'The packages could not be downloaded: the npm registry did not answer.\nCheck the network, or the proxy (npm config get proxy), and run the command again.';
  }
  if (/EACCES|EPERM|EROFS|ENOSPC/.test(errors)) {
    return 'The packages could not be written to node_modules: see the path above.\nCheck its owner and the free disk space, and run the command again.';
  }
  if (/in sync/.test(errors)) {
    return 'package.json and package-lock.json do not agree. Run `npm install`, and commit both files.';
  }
  return 'npm ci failed; its own words are above. Nothing else was started.';
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
