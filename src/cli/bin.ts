#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '../workspace/cache-folder.ts';

const program = join(import.meta.dirname, '../..');
const cache = join(program, cacheFolder);
// Half of a short run is reading the program; everything but this file is kept compiled.
enableCompileCache(join(cache, 'code'));
const [{ main }, { terminalPrompt }, { fileWatcher }] = await Promise.all([
  import('./main.ts'),
  import('./prompts.ts'),
  import('./file-watcher.ts'),
]);

const { env, stdin, stdout, stderr } = process;
let outputFailed = false;

stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // A reader such as `head` that has seen enough is no failure.
  if (code === 'EPIPE') return;
  outputFailed = true;
  stderr.write(`The output could not be written: ${message}\n`);
  process.exitCode = 2;
});
stderr.on('error', () => {});

const code = await main(process.argv.slice(2), {
  // npm runs its scripts in the package's folder and keeps the reader's own here.
  cwd: (env['npm_lifecycle_event'] === 'handbook' && env['INIT_CWD']) || process.cwd(),
  home: process.cwd(),
  cache: { folder: cache, program },
  env,
  stdout: (text) => void stdout.write(text),
  stderr: (text) => void stderr.write(text),
  today: new Intl.DateTimeFormat('sv-SE').format(new Date()),
  isTerminal: {
    input: stdin.isTTY === true && stderr.isTTY === true,
    output: stdout.isTTY === true,
  },
  prompt: terminalPrompt,
  watcher: fileWatcher((words) => void stderr.write(words)),
});
process.exitCode = outputFailed ? 2 : code;
