import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Failure } from '../lib/failure.ts';
import { astro, root } from '../lib/paths.ts';

const SAVES = 5;
/** Between a page and the next save, in milliseconds. */
const PAUSE = 1500;
/** Longest wait for an answer, in milliseconds. */
const DEADLINE = 120_000;

/** How long `npm run dev` takes from a save to the page with the new words, as a browser loads it, in milliseconds. */
export async function devTimes(content: string, edited: string): Promise<number[]> {
  const child = spawn(process.execPath, [astro, 'dev', '--ignore-lock', '--port', '4600'], {
    cwd: root,
    env: { ...process.env, HANDBOOK_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const text = readFileSync(edited);
  try {
    const address = await addressOf(child.stdout);
    const page = `${address}/${relative(content, edited).replace(/\.mdx$/, '')}/`;
    await read(page);
    const told = await browser(address);
    const times: number[] = [];
    for (let save = 0; save < SAVES; save++) {
      await setTimeout(PAUSE);
      const words = `Sentence ${save} that a reader asked for.`;
      const reloaded = told();
      const start = performance.now();
      appendFileSync(edited, `\n${words}\n`);
      await reloaded;
      while (!(await read(page)).includes(words)) await told();
      times.push(performance.now() - start);
    }
    return times;
  } finally {
    child.kill();
    writeFileSync(edited, text);
  }
}

/** The address that the server says when it is ready. */
const addressOf = (output: NodeJS.ReadableStream): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    output.on('data', (chunk) => {
      said += String(chunk);
      const [found] = /http:\/\/localhost:\d+/.exec(said) ?? [];
      if (found) resolve(found);
    });
    output.on('end', () => reject(new Failure(`The authors' server did not start.\n${said}`)));
  });

const read = async (page: string): Promise<string> =>
  (await fetch(page, { signal: AbortSignal.timeout(DEADLINE) })).text();

/** Listens as a page in a browser does; the next message to load the page anew resolves what it returns. */
async function browser(address: string): Promise<() => Promise<void>> {
  const client = await read(`${address}/@vite/client`);
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1];
  const socket = new WebSocket(`${address.replace('http', 'ws')}/?token=${token}`, 'vite-hmr');
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  let waiting: (() => void)[] = [];
  socket.addEventListener('message', ({ data }) => {
    if (JSON.parse(String(data)).type !== 'full-reload') return;
    for (const resolve of waiting) resolve();
    waiting = [];
  });
  return () => new Promise((resolve) => waiting.push(resolve));
}
