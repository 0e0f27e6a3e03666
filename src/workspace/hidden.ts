import type { MdastNode } from 'satteri';
import { isScalar, visit } from 'yaml';
import { isMixed } from '../domain/body/address.ts';
import { problemOf } from '../domain/checks/rule.ts';
import { hiddenCharacters } from '../domain/checks/rules/hidden-characters.ts';
import { at, type Problem, wholeFile } from '../domain/problems/problem.ts';
import { FRONTMATTER_LINE, type SplitFile } from './frontmatter.ts';
import {
  anyHidden,
  isMisleading,
  isRefusedIn,
  nameOfHidden,
  type Surroundings,
} from './hidden-kinds.ts';
import { readYaml } from './yaml.ts';

/** A hidden character, written as itself, as `&#x202e;` or as `\u202e`. */
interface Hit {
  readonly offset: number;
  readonly character: string;
  readonly where: Surroundings | 'strayCode' | 'lookAlike';
}

/** A problem for a path with a character in it that nobody sees. */
export function hiddenInName(path: string): Problem[] {
  const character = anyHidden.exec(path)?.[0];
  if (character === undefined) return [];
  const args = { character: nameOfHidden(character) };
  return [problemOf(hiddenCharacters, { messageId: 'name', path, position: wholeFile, args })];
}

/** Problems for the characters of a YAML text that nobody sees; its first line is that of the file. */
export function hiddenInYaml(source: string, path: string, readable: boolean): Problem[] {
  const paint = new Uint8Array(source.length).fill(PAINTS.indexOf('field'));
  const escapes = readable ? escapesIn(source) : [];
  const hits = [...literals(source, paint), ...lookAlikes(source, paint), ...escapes];
  return problemsOf(hits, source, path, 1);
}

/** Problems for the characters of a document that nobody sees; without a tree all of the body is prose. */
export function hiddenInDocument(
  source: string,
  { yaml, body }: Pick<SplitFile, 'yaml' | 'body'>,
  readable: boolean,
  tree: MdastNode | null,
  path: string,
): Problem[] {
  const bodyStart = source.length - body.length;
  const paint = new Uint8Array(source.length).fill(PAINTS.indexOf('field'), 0, bodyStart);
  if (tree !== null) paintCode(tree, paint);
  const hits = [
    ...literals(source, paint),
    ...entities(source, paint),
    ...lookAlikes(source, paint),
  ];
  return [
    ...problemsOf(hits, source, path, 1),
    ...(yaml !== null && readable ? problemsOf(escapesIn(yaml), yaml, path, FRONTMATTER_LINE) : []),
  ];
}

/** Enough text on each side of a character to see what it belongs to. */
const AROUND = 16;

/** What a hidden character is told as, where it is refused; `end` is where what writes it ends. */
function hitAt(
  source: string,
  [offset, end]: readonly [number, number],
  character: string,
  where: Surroundings,
): Hit[] {
  const before = source.slice(Math.max(0, offset - AROUND), offset);
  if (!isRefusedIn(where, character, before, source.slice(end, end + AROUND))) return [];
  const isStray = where === 'code' && !isMisleading(character);
  return [{ offset, character, where: isStray ? 'strayCode' : where }];
}

/** Which surroundings a number stands for in a painted text. */
const PAINTS: readonly Surroundings[] = ['prose', 'field', 'code'];

const painted = (paint: Uint8Array, offset: number): Surroundings =>
  PAINTS[paint[offset] ?? 0] ?? 'prose';

/** Paints what is copied or read by machines: code, tags with their attributes, addresses of links. */
function paintCode(root: MdastNode, paint: Uint8Array): void {
  const stack: MdastNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const children = 'children' in node ? (node.children as MdastNode[]) : [];
    stack.push(...children);
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const first = children[0]?.position?.start.offset ?? end;
    const last = children.at(-1)?.position?.end.offset ?? start;
    if (node.type === 'code' || node.type === 'inlineCode')
      paint.fill(PAINTS.indexOf('code'), start, end);
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      paint.fill(PAINTS.indexOf('field'), start, first);
    else if (node.type === 'link')
      paint.fill(PAINTS.indexOf('field'), last === end ? start : last, end);
    else if (node.type === 'definition' || node.type === 'image')
      paint.fill(PAINTS.indexOf('field'), start, end);
  }
}

function literals(source: string, paint: Uint8Array): Hit[] {
  return [...source.matchAll(new RegExp(anyHidden, 'gv'))].flatMap(({ index, 0: character }) => {
    const place = [index, index + character.length] as const;
    return hitAt(source, place, character, painted(paint, index));
  });
}

/** Words of fields and code in which letters of other writings stand for Latin ones. */
function lookAlikes(source: string, paint: Uint8Array): Hit[] {
  if (!/[^\0-\u024f]/.test(source)) return [];
  return [...source.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ index, 0: word }) =>
    isMixed(word) && painted(paint, index) !== 'prose'
      ? [{ offset: index, character: word, where: 'lookAlike' as const }]
      : [],
  );
}

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(shy|zwn?j|lrm|rlm|ZeroWidthSpace|NoBreak));/gi;
const NAMED: Readonly<Record<string, string>> = {
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
  lrm: '\u200e',
  rlm: '\u200f',
  zerowidthspace: '\u200b',
  nobreak: '\u2060',
};

/** Characters that are written as entities; in code those are shown as they are written. */
function entities(source: string, paint: Uint8Array): Hit[] {
  return [...source.matchAll(ENTITY)].flatMap((found) => {
    const { index, 0: written, 1: decimal, 2: hex, 3: name } = found;
    const where = painted(paint, index);
    if (where === 'code') return [];
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    const character = name ? (NAMED[name.toLowerCase()] ?? '') : characterOf(code);
    return hitAt(source, [index, index + written.length], character, where);
  });
}

const ESCAPE = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|.)/g;

/** Characters that are written as escapes in quoted values. */
function escapesIn(yaml: string): Hit[] {
  if (!/\\[xu]/i.test(yaml)) return [];
  const hits: Hit[] = [];
  visit(readYaml(yaml).document, {
    Scalar: (_, node) => {
      if (!isScalar(node) || node.type !== 'QUOTE_DOUBLE' || !node.range) return;
      const [start, end] = node.range;
      for (const found of yaml.slice(start, end).matchAll(ESCAPE)) {
        const { index, 0: written, 1: x, 2: u, 3: long } = found;
        const character = characterOf(Number.parseInt(x ?? u ?? long ?? '', 16));
        const place = [start + index, start + index + written.length] as const;
        hits.push(...hitAt(yaml, place, character, 'field'));
      }
    },
  });
  return hits;
}

const characterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** One problem for each line and kind of surroundings, at the first character. */
function problemsOf(
  hits: readonly Hit[],
  source: string,
  path: string,
  firstLine: number,
): Problem[] {
  const problems: Problem[] = [];
  const told = new Set<string>();
  let [line, start, end] = [0, 0, endOfLine(source, 0)];
  for (const { offset, character, where } of hits.toSorted((a, b) => a.offset - b.offset)) {
    for (; end < offset; line++) {
      start = end + 1;
      end = endOfLine(source, start);
    }
    if (told.has(`${line} ${where}`)) continue;
    told.add(`${line} ${where}`);
    const column = offset - start + 1;
    const args =
      where === 'lookAlike'
        ? { word: character, column }
        : { character: nameOfHidden(character), column };
    const position = at({ line: line + firstLine, column });
    problems.push(problemOf(hiddenCharacters, { messageId: where, path, position, args }));
  }
  return problems;
}

const endOfLine = (source: string, from: number): number => {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
};
