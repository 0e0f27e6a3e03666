import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runCommand } from './child.ts';

const places = [
  '/usr/sbin/nginx',
  '/usr/local/sbin/nginx',
  '/usr/bin/nginx',
  '/opt/homebrew/bin/nginx',
];

/** The nginx of this machine: NGINX_PATH, or an installed one. */
export const findNginx = (): string | undefined =>
  [process.env.NGINX_PATH, ...places].find(
    (file) => file !== undefined && existsSync(file) && spawnSync(file, ['-v']).status === 0,
  );

/** Finds an nginx or installs Debian's; false when neither worked. */
export async function ensureNginx(): Promise<boolean> {
  if (findNginx()) return true;
  if (!existsSync('/usr/bin/apt-get')) return false;
  const [command, ...prefix] = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  console.log('No nginx is installed. Installing the Debian package, without starting it ...');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'nginx-light']]) {
    const code = await runCommand(command ?? 'apt-get', [...prefix, ...args], {
      // Debian starts a service that it installs; a test needs the program only.
      env: { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
    if (code !== 0) return false;
  }
  return findNginx() !== undefined;
}
