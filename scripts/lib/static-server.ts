import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { policyIn } from '../../src/site/policy/content-policy.ts';
import { headersOf, REFUSED } from '../../src/site/policy/headers.ts';
import { meantBy } from '../../src/site/policy/old-addresses.ts';
import { Failure } from './failure.ts';

const host = '127.0.0.1';
const portsToTry = 20;

/** Serves the files of a folder, and nothing outside it, to this machine only. */
export async function serveFolder(
  folder: string,
  firstPort: number,
): Promise<{ address: string; server: Server }> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Failure(`There is no built site at ${folder}. Run: npm run build`);
  }
  // `dev` looks at the disk on each request, so a rebuild shows without a restart.
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response, path) => addHeaders(folder, path, response),
  });
  const server = createServer((request, response) => {
    if (!isLocal(request.headers.host)) {
      // A page elsewhere can make its own name mean this machine, and read the handbook by it.
      response.writeHead(403).end('This server answers to localhost only.');
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      addHeaders(folder, '/404.html', response);
      response.writeHead(405, { Allow: 'GET, HEAD' }).end('This server only reads.');
      return;
    }
    const asked = askedOf(request);
    const isFound = asked !== null && isPage(folder, asked.path);
    if (isFound && !isIndex(asked.path))
      files(request, response, () => sendNotFound(folder, response));
    else leadOn(folder, asked, response);
  });
  const port = await listen(server, firstPort);
  return { address: `http://${host}:${port}/`, server };
}

const isLocal = (name: string | undefined): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(name ?? '');

/** Stops the process cleanly on Ctrl-C or a polite kill. */
export function closeOnSignal(server: Server): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}

/** A TCP port as typed, 0 for any free one. */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Failure(`--port takes a number from 0 to 65535, and "${text}" is none.`);
}

/** The headers that nginx would send, from the same source. */
function addHeaders(folder: string, path: string, response: ServerResponse): void {
  for (const [name, value] of Object.entries(headersOf(path, policyOf(folder))))
    response.setHeader(name, value);
}

/** The policy of a built site, which its pages carry; without one nothing but the page itself is allowed. */
function policyOf(folder: string): string {
  const home = join(folder, 'index.html');
  return (existsSync(home) && policyIn(readFileSync(home, 'utf8'))) || "default-src 'none'";
}

interface Asked {
  readonly path: string;
  readonly query: string;
}

/** What is asked for, as nginx reads it; null for what is never answered. */
function askedOf({ url = '/' }: IncomingMessage): Asked | null {
  const [, raw = '/', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(url) ?? [];
  try {
    const path = decodeURIComponent(raw).replaceAll(/\/{2,}/g, '/');
    return new RegExp(REFUSED).test(path) || path.includes('\0') ? null : { path, query };
  } catch {
    return null;
  }
}

/** Whether a file has this very address, or a page with a slash at its end. */
function isPage(folder: string, path: string): boolean {
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

const isIndex = (path: string): boolean => /\/index\.html?$/.test(path);

/** Answers what no page has as its address: with the address of the page where there is one, else that there is none. */
function leadOn(folder: string, asked: Asked | null, response: ServerResponse): void {
  const to = asked && meantBy(asked.path);
  if (!asked || !to || !isPage(folder, to)) {
    sendNotFound(folder, response);
    return;
  }
  addHeaders(folder, to, response);
  response.writeHead(301, { Location: encodeURI(to) + asked.query }).end();
}

function sendNotFound(folder: string, response: ServerResponse): void {
  const page = join(folder, '404.html');
  addHeaders(folder, '/404.html', response);
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(existsSync(page) ? readFileSync(page) : '<h1>404: there is no such page</h1>');
}

async function listen(server: Server, firstPort: number): Promise<number> {
  const last = firstPort === 0 ? 0 : Math.min(firstPort + portsToTry - 1, 65_535);
  for (let port = firstPort; port <= last; port++) {
    const bound = await tryPort(server, port);
    if (bound !== undefined) return bound;
    console.error(`Port ${port} is taken.`);
  }
  throw new Failure(
    `Ports ${firstPort} to ${last} are all taken. Choose another: npm start -- --port 8080`,
  );
}

/** The port that was bound, or undefined when another program holds it. */
function tryPort(server: Server, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else if (error.code === 'EACCES') {
        reject(new Failure(`Port ${port} needs administrator rights. Choose one above 1023.`));
      } else reject(error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
