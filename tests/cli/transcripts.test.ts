import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { handbook, temporary } from './run.ts';

// Each file is a session in a folder whose `content` is a copy of a fixture: commands after `$`, then what
// they print, `|` before stdout and `!` before stderr. Write the commands and run with UPDATE=1 to
// have the rest written; read the difference before it is committed. A line `# source: NAME` puts a folder of
// tests/fixtures/import beside `content`, as `docs`.
const folder = join(import.meta.dirname, 'transcripts');
const sources = join(import.meta.dirname, '../fixtures/import');

test.each(globSync('*.transcript', { cwd: folder }).sort())('%s', async (name) => {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  const played = await play(text);
  if (process.env['UPDATE'] === '1') writeFileSync(file, played);
  else expect(played).toBe(text);
});

async function play(text: string): Promise<string> {
  const cwd = temporary(/^# fixture: (\S+)$/m.exec(text)?.[1]);
  const source = /^# source: (\S+)$/m.exec(text)?.[1];
  if (source !== undefined) cpSync(join(sources, source), join(cwd, 'docs'), { recursive: true });
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    if (/^[|!]|^exit \d/.test(line)) continue;
    lines.push(line);
    if (line.startsWith('$ ')) lines.push(...(await step(line.slice(2), cwd)));
  }
  return lines.join('\n');
}

async function step(command: string, cwd: string): Promise<string[]> {
  const words = split(command);
  const at = words.findIndex((word) => !/^[A-Z_0-9]+=/.test(word));
  const env = Object.fromEntries(words.slice(0, at).map((word) => word.split(/=(.*)/s)));
  const [program, ...args] = words.slice(at);
  if (program === 'cat') return prefixed('|', readFileSync(join(cwd, args[0] ?? ''), 'utf8'));
  expect(program).toBe('handbook');
  const { code, stdout, stderr } = await handbook(args, { cwd, env });
  const plain = (output: string) =>
    output.replaceAll(cwd, '<DIR>').replaceAll(basename(cwd), '<NAME>');
  return [...prefixed('|', plain(stdout)), ...prefixed('!', plain(stderr)), `exit ${code}`];
}

const prefixed = (mark: string, text: string): string[] =>
  text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `${mark} ${line}`.trimEnd());

/** Splits a command line at spaces outside of single or double quotes. */
const split = (command: string): string[] =>
  [...command.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'),
  );
