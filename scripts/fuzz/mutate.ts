import { pieces } from './pieces.ts';

type Random = (below: number) => number;

/** A document that is mutated, and the folder and ending that it keeps. */
export interface Seed {
  readonly path: string;
  readonly text: string;
}

/** More than this is cut off: what is large has tests of its own. */
const LONGEST = 40_000;

/** A text with up to six defects: characters, lines, fields and blocks moved, doubled, cut, exchanged or planted. */
export function mutate(text: string, seeds: readonly Seed[], random: Random): string {
  let result = text;
  for (let times = random(6) + 1; times > 0; times--) {
    const change = changes[random(changes.length)];
    result = change?.(result, seeds[random(seeds.length)]?.text ?? '', random) ?? result;
  }
  return result.slice(0, LONGEST);
}

/** The bytes of a text, in one of twenty with bytes exchanged that need not be UTF-8. */
export function bytesOf(text: string, random: Random): Buffer {
  const bytes = Buffer.from(text);
  if (random(20) === 0)
    for (let times = random(4) + 1; times > 0 && bytes.length > 0; times--)
      bytes[random(bytes.length)] = random(256);
  return bytes;
}

type Change = (text: string, other: string, random: Random) => string;

const pieceOf = (random: Random): string => pieces[random(pieces.length)] ?? '';

/** A text in three parts: before a place, up to 40 characters from it, and the rest. */
function split(text: string, random: Random): readonly [string, string, string] {
  const at = random(text.length + 1);
  const end = Math.min(text.length, at + random(40));
  return [text.slice(0, at), text.slice(at, end), text.slice(end)];
}

const anywhere =
  (change: (cut: string, random: Random, other: string) => string): Change =>
  (text, other, random) => {
    const [before, cut, after] = split(text, random);
    return before + change(cut, random, other) + after;
  };

const linewise =
  (change: (lines: string[], at: number, random: Random, other: string[]) => string[]): Change =>
  (text, other, random) => {
    const lines = text.split('\n');
    return change(lines, random(lines.length), random, other.split('\n')).join('\n');
  };

const changes: readonly Change[] = [
  anywhere((cut, random) => pieceOf(random) + cut),
  anywhere((cut, random) => pieceOf(random).repeat(random(30)) + cut),
  anywhere((cut, random) => pieceOf(random) + cut + pieceOf(random)),
  anywhere(() => ''),
  anywhere((cut) => cut + cut),
  anywhere((cut) => [...cut].reverse().join('')),
  anywhere((cut, random, other) => {
    const from = random(other.length + 1);
    return other.slice(from, from + random(200)) + cut;
  }),
  linewise((lines, at, random) => lines.toSpliced(at, random(3), pieceOf(random))),
  linewise((lines, at, random) => lines.toSpliced(at, 0, lines[random(lines.length)] ?? '')),
  linewise((lines, at, random) => [...lines.slice(0, at), ...lines.slice(at + random(8))]),
  linewise((lines, at, random, other) => {
    const from = random(other.length);
    return lines.toSpliced(at, random(3), ...other.slice(from, from + random(12)));
  }),
  // A field with another value, indent or kind.
  linewise((lines, at, random) => {
    const field = lines.findIndex((line, index) => index >= at && /^\s*[\w-]+:/.test(line));
    const line = lines[field];
    if (line === undefined) return lines;
    const [, name = ''] = /^(\s*[\w-]+:)/.exec(line) ?? [];
    return lines.with(field, [`${name} ${pieceOf(random)}`, ` ${line}`, name][random(3)] ?? line);
  }),
  // The same block inside a quote, a list or a component.
  linewise((lines, at, random) => {
    const count = random(8) + 1;
    const block = lines.slice(at, at + count);
    const prefix = ['> ', '- ', '    ', '| ', '<Aside>'][random(5)] ?? '';
    return lines.toSpliced(at, count, ...block.map((line) => prefix + line));
  }),
];
