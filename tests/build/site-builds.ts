import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
const astro = join(root, 'node_modules/astro/bin/astro.mjs');

/** A new folder for one test file; its name holds a space and a letter beyond ASCII. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'Klinik Süd '));

/** A copy of a folder that tests may change. */
export const copyOf = (folder: string, into: string): string => {
  cpSync(folder, into, { recursive: true });
  return into;
};

const environment = (content: string, audience = ''): NodeJS.ProcessEnv => ({
  ...process.env,
  HANDBOOK_AUDIENCE: audience,
  HANDBOOK_CONTENT: content,
  ASTRO_TELEMETRY_DISABLED: '1',
  NODE_ENV: undefined,
  VITEST: undefined,
});

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Builds the handbook of a content folder into `out`. */
export const build = (
  content: string,
  out: string,
  { project = root, audience = '' }: { project?: string; audience?: string } = {},
): Promise<Outcome> => run([astro, 'build', '--outDir', out], content, { project, audience });

/** Runs a Node program of the project with a content folder. */
export const run = (
  args: readonly string[],
  content: string,
  { project = root, audience = '' }: { project?: string; audience?: string } = {},
): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [...args],
      { cwd: project, env: environment(content, audience), maxBuffer: 1 << 26 },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });

/** A port of this machine that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

/** Starts the authors' server; resolves to its address when it says that it is ready. */
export async function startDev(content: string): Promise<{ address: string; child: ChildProcess }> {
  const port = await freePort();
  const args = [astro, 'dev', '--ignore-lock', '--host', '127.0.0.1', '--port', String(port)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: environment(content),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(`:${port}`)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(output)));
  });
  return { address: `http://127.0.0.1:${port}`, child };
}
