import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runCommand, runNode } from './child.ts';
import { root } from './paths.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const outsidePath = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The first Chromium that starts: CHROMIUM_PATH, an installed one, or Playwright's own. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [process.env.CHROMIUM_PATH, ...onPath, ...outsidePath, playwrightsOwn()];
  return candidates.find((file) => file !== undefined && existsSync(file) && starts(file));
}

/** Finds a Chromium or installs one; false when neither worked. */
export async function ensureChromium(): Promise<boolean> {
  if (findChromium()) return true;
  console.log('No Chromium is installed. Downloading the one of Playwright ...');
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  await runNode(playwright, ['install', '--no-shell', 'chromium']);
  if (findChromium()) return true;
  if (await installDebianPackage()) return findChromium() !== undefined;
  return false;
}

async function installDebianPackage(): Promise<boolean> {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const isRoot = process.getuid?.() === 0;
  const [command, ...prefix] = isRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  console.log('That did not give one that starts. Installing the Debian package ...');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const code = await runCommand(command ?? 'apt-get', [...prefix, ...args], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (code !== 0) return false;
  }
  return true;
}

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    // Playwright throws on a platform that it has no build for.
    return undefined;
  }
}

/** An installed browser may lack a system library, and shows it only when it is started. */
function starts(file: string): boolean {
  return spawnSync(file, ['--version'], { timeout: 30_000 }).status === 0;
}
