import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { policyIn } from '../../src/site/policy/content-policy.ts';
import { headersOf, REFUSED } from '../../src/site/policy/headers.ts';
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
    if (new RegExp(REFUSED).test(request.url?.replace(/[?#].*/, '') ?? ''))
      sendNotFound(folder, response);
    else files(request, response, () => sendNotFound(folder, response));
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
