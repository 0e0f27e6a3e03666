import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const deploy = join(import.meta.dirname, '../../deploy/nginx');
/** The user that owns nothing, on every Linux. */
const NOBODY = 65_534;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Setting {
  readonly nginx: string;
  /** Holds `srv/engineering/` with the site and `etc/engineering.nginx.conf`. */
  readonly folder: string;
  /** Lines of handbook.conf that are uncommented, by a word that they hold. */
  readonly enabled?: string;
  readonly oidcPort?: number;
}

/** Serves a copy of a built site, with the configuration that its build wrote, as a customer would. */
export async function serveByNginx(nginx: string, site: string, configuration: string) {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-nginx-'));
  cpSync(site, join(folder, 'srv/engineering'), { recursive: true });
  mkdirSync(join(folder, 'etc'));
  copyFileSync(configuration, join(folder, 'etc/engineering.nginx.conf'));
  const server = await startNginx({ nginx, folder });
  return {
    address: server.address,
    stop: () => {
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts Debian's nginx on the committed configuration, with paths and port of its own. */
export async function startNginx({ nginx, folder, enabled, oidcPort = 4180 }: Setting) {
  const port = await freePort();
  const run = join(folder, 'run');
  mkdirSync(run, { recursive: true });
  for (const name of readdirSync(deploy)) {
    const text = readFileSync(join(deploy, name), 'utf8')
      .replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`)
      // Browsers take plain HTTP for safe on this name alone.
      .replaceAll('server_name handbook.example', 'server_name handbook.example localhost')
      .replaceAll('127.0.0.1:4180', `127.0.0.1:${oidcPort}`)
      .replaceAll('/srv/handbook/', `${folder}/srv/`)
      .replaceAll('/etc/nginx/handbook/', `${folder}/etc/`);
    writeFileSync(
      join(folder, 'etc', name),
      enabled ? text.replace(new RegExp(`# (include .*${enabled}.*)`), '$1') : text,
    );
  }
  const main = join(run, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    main,
    `pid ${run}/nginx.pid; error_log ${run}/error.log; worker_processes 1; events {}
http { access_log off;
${temporary.map((name) => `${name}_temp_path ${run}/${name};`).join('\n')}
include ${folder}/etc/handbook.conf; }\n`,
  );
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in asNobody) giveToNobody(folder);
  const args = ['-p', run, '-c', main, '-e', join(run, 'error.log')];
  // nginx returns when it listens, and stays in the background.
  const started = spawnSync(nginx, args, { ...asNobody, encoding: 'utf8' });
  if (started.status !== 0)
    throw new Error(`${started.stderr}${readFileSync(join(run, 'error.log'), 'utf8')}`);
  const pid = Number(readFileSync(join(run, 'nginx.pid'), 'utf8'));
  return {
    address: `http://localhost:${port}`,
    get: (path: string, options: AskOptions = {}) => ask(port, path, options),
    stop: () => process.kill(pid, 'SIGTERM'),
  };
}

interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks for a path as it is written: nothing tidies `..` away on the way. */
function ask(port: number, path: string, { method = 'GET', headers }: AskOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers: { host: 'handbook.example', ...headers } },
      async (response) => {
        const body = Buffer.concat(await response.toArray());
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      },
    );
    asked.on('error', reject).end();
  });
}

function giveToNobody(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), NOBODY, NOBODY);
  chmodSync(folder, 0o755);
}

/** A port that nothing listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
