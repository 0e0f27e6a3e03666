import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compareProblems, type LocatedProblem } from '../../src/domain/problems/problem.ts';
import { base, checkFolder, document, term } from '../rules/folder.ts';
import { messy } from './messy.ts';

/** Mutated documents in all; more with HANDBOOK_FUZZ=100000. Another seed with HANDBOOK_FUZZ_SEED. */
const TOTAL = Number(process.env['HANDBOOK_FUZZ'] ?? 3000);
const SEED = Number(process.env['HANDBOOK_FUZZ_SEED'] ?? 1);
/** Documents that are checked together, so that they can also get in each other's way. */
const BATCH = 100;

const root = mkdtempSync(join(tmpdir(), 'handbook-fuzz-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Mulberry32: the same numbers from the same seed on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const seeds: readonly string[] = [
  ...Object.values(base).filter((text) => typeof text === 'string'),
  ...readdirSync(messy, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(mdx|yaml)$/.test(path))
    .map((path) => readFileSync(join(messy, path), 'utf8')),
  document('adr', 'title: A\nsummary: B.\ndate: 2026-02-01\nsupersedes: [0002-b]'),
  term(
    '<Aside type="tip">\n\n- [a](../systems/engine.mdx#context)\n  1. ![b](c.png)\n\n</Aside>\n\n| a | b |\n|---|---|\n| `c` | {d} |\n\n```sh\nls\n```\n\n[e]: /f/\n[^g]: h\n',
  ),
];

const pieces = [
  '---\n',
  '...\n',
  '\n',
  '\n\n',
  '\r',
  '\t',
  ' ',
  '  ',
  '\0',
  '\u2028',
  '\uFEFF',
  '\u202e',
  '\ud800',
  'é',
  '用',
  '😀',
  '<',
  '</',
  '/>',
  '<>',
  '</>',
  '<!--',
  '-->',
  '<Aside>',
  '</Aside>',
  '<Aside ',
  '<br>',
  '<b ',
  '<a.b>',
  '<constructor>',
  '<__proto__ x>',
  '{',
  '}',
  '{{',
  '{/*',
  '*/}',
  '$' + '{a}',
  '{...x}',
  '`',
  '```',
  '````\n',
  '~~~\n',
  '$',
  '$&',
  '$1',
  '\\',
  '#',
  '## ',
  '###### ',
  '=\n',
  '> ',
  '- ',
  '1. ',
  '* ',
  '+ ',
  '[',
  ']',
  '](',
  '[](',
  '![',
  '![](x)',
  '[^a]',
  '[^a]: ',
  '[a]: ',
  '|',
  '|-|\n',
  '***',
  '__',
  '~~',
  ': ',
  ':',
  '? ',
  '- - ',
  '&a ',
  '*a',
  '!!js/function ',
  '!x ',
  '| ',
  '>-\n',
  '"',
  "'",
  '@',
  '%',
  '<<: ',
  'null',
  'true',
  '2026',
  '1e999',
  '.nan',
  '~',
  '[]',
  '{}',
  '__proto__: ',
  'constructor: ',
  'toString',
  'import a from "b"\n',
  'export const a = 1\n',
  '{field}',
  '{expected}',
  'javascript:',
  '//x',
  '../../',
  '%00',
  '#a',
  'aliases: [/a/]\n',
  'status: ',
  'owner: ',
  'systems: ',
];

function mutate(text: string, random: (below: number) => number): string {
  let result = text;
  for (let times = random(6) + 1; times > 0; times--) {
    const at = random(result.length + 1);
    const piece = pieces[random(pieces.length)] ?? '';
    const end = Math.min(result.length, at + random(40));
    const [before, cut, after] = [result.slice(0, at), result.slice(at, end), result.slice(end)];
    const other = seeds[random(seeds.length)] ?? '';
    const from = random(other.length + 1);
    result =
      [
        () => before + piece + cut + after,
        () => before + piece.repeat(random(30)) + cut + after,
        () => before + after,
        () => before + cut + cut + after,
        () => before + [...cut].reverse().join('') + after,
        () => before + other.slice(from, from + random(200)) + cut + after,
        () => result.split('\n').toSpliced(random(20), random(3), piece).join('\n'),
      ][random(7)]?.() ?? result;
  }
  return result.slice(0, 20_000);
}

const folders = [
  'glossary',
  'runbooks',
  'systems',
  'adrs',
  'people',
  'alerts',
  'drills',
  'charters',
];
const records = new Set(['people', 'alerts']);

function batch(number: number): ReadonlyMap<string, string | Buffer> {
  const random = randomFrom(SEED * 1_000_003 + number);
  const files = new Map<string, string | Buffer>();
  for (let index = 0; index < BATCH; index++) {
    const folder = folders[random(folders.length)] ?? '';
    const text = mutate(seeds[random(seeds.length)] ?? '', random);
    const bytes = Buffer.from(text);
    if (random(20) === 0 && bytes.length > 0) bytes[random(bytes.length)] = random(256);
    const name =
      random(4) === 0 ? ['mrn', 'engine', 'queue-stalled', 'index', 'A b'][random(5)] : `a${index}`;
    files.set(`${folder}/${name}.${records.has(folder) ? 'yaml' : 'mdx'}`, bytes);
  }
  if (random(3) === 0)
    files.set('engagement.yaml', mutate(base['engagement.yaml'] as string, random));
  return files;
}

/** Whether an argument such as `{field}` was left in the words, and does not come from the document. */
const isUnfilled = (words: string, text: string): boolean =>
  [...words.matchAll(/\{\w+\}/g)].some(([argument]) => !text.includes(argument));

function faults(problem: LocatedProblem, bytes: string | Buffer | undefined): string[] {
  const { line, column, message, fix, path, messageId } = problem;
  const text = String(bytes ?? '')
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n');
  const row = text.split('\n')[line - 1];
  const words = `${message} ${fix}`;
  return [
    ...(line >= 1 && row !== undefined ? [] : [`line ${line} is none of ${path}`]),
    ...(column >= 1 && column <= (row?.length ?? 0) + 1
      ? []
      : [`column ${column} is none of ${path}:${line}`]),
    ...(/\bundefined\b|\[object |\bNaN\b/.test(words) && !/undefined|\.?nan/i.test(text)
      ? [words]
      : []),
    ...(messageId !== 'expression' && isUnfilled(words, text) ? [`not filled in: ${words}`] : []),
    ...(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(words) ? [`control characters: ${words}`] : []),
  ];
}

it(`${TOTAL} mutated documents, seed ${SEED}: nothing throws, and every problem has a place and words`, {
  timeout: 60_000 + TOTAL * 20,
}, () => {
  for (let number = 0; number * BATCH < TOTAL; number++) {
    const files = new Map([...Object.entries(base), ...batch(number)]);
    const folder = join(root, String(number));
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes ?? '');
    }
    const began = performance.now();
    const problems = checkFolder(folder);
    const label = `batch ${number} of seed ${SEED}`;
    expect(performance.now() - began, label).toBeLessThan(10_000);
    expect(
      problems.flatMap((problem) => faults(problem, files.get(problem.path) as Buffer)),
      label,
    ).toEqual([]);
    expect(problems, label).toEqual(problems.toSorted(compareProblems));
    rmSync(folder, { recursive: true });
  }
});
