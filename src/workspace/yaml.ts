import { type Document, isMap, isNode, isScalar, parseDocument, visit } from 'yaml';
import { problemOf } from '../domain/checks/rule.ts';
import { yamlSyntax } from '../domain/checks/rules/yaml-syntax.ts';
import { at, type Problem, type SourcePoint } from '../domain/problems/problem.ts';
import { wordsOf } from './yaml-words.ts';

/** The fields of a YAML text; `readable` is false when they cannot be trusted. */
export interface ParsedYaml {
  readonly data: Readonly<Record<string, unknown>>;
  readonly readable: boolean;
  readonly problems: readonly Problem[];
}

type MessageId =
  | 'syntax'
  | 'duplicate'
  | 'noMapping'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'key'
  | 'directive'
  | 'tooDeep';
type Report = (
  messageId: MessageId,
  offset: number,
  args?: Readonly<Record<string, string | number>>,
) => void;

const UNREADABLE = { data: {}, readable: false };
const MAX_ERRORS = 20;
/** Brackets around brackets, beyond which the parser's time grows with their square (500: 1.3 s). */
const MAX_DEPTH = 300;
const FLAT = /\[[^[\]{}"']*\]|\{[^[\]{}"']*\}/g;
const LEVELS = /^[ \t]*(?:[-?:][ \t]+){40}/m;

/** Parses fields that begin on line `firstLine` of the file `path`; never throws on bad YAML. */
export function parseYaml(source: string, path: string, firstLine: number): ParsedYaml {
  const problems: Problem[] = [];
  const brackets = source.replaceAll(FLAT, '').split(/[[{]/).length - 1;
  if (brackets > MAX_DEPTH || LEVELS.test(source)) {
    const position = at({ line: firstLine + deepestLine(source), column: 1 });
    const args = { limit: MAX_DEPTH };
    problems.push(problemOf(yamlSyntax, { messageId: 'tooDeep', path, position, args }));
    return { ...UNREADABLE, problems };
  }
  const { document, lines } = readYaml(source);
  const report: Report = (messageId, offset, args = {}) => {
    const position = at(pointOf(lines, offset, firstLine));
    problems.push(problemOf(yamlSyntax, { messageId, path, position, args }));
  };
  reportErrors(document, lines, report);
  const directive = /^%[A-Z]/m.exec(source);
  if (directive !== null) report('directive', directive.index);
  // Of a text full of errors the rest is their consequence.
  const unread =
    document.errors.length < MAX_ERRORS && reportNodes(document, lines, firstLine, report);
  if (document.errors.length > 0 || directive !== null || unread)
    return { ...UNREADABLE, problems };
  const data: unknown = document.toJS();
  if (isRecord(data)) return { data, readable: true, problems };
  report('noMapping', 0, { found: nameOf(data) });
  return { ...UNREADABLE, problems };
}

/** The first line that opens too many levels, or the one with most brackets, counted from 0. */
function deepestLine(source: string): number {
  const lines = source.split('\n');
  const levels = lines.findIndex((line) => LEVELS.test(line));
  if (levels >= 0) return levels;
  const open = lines.map((line) => line.replaceAll(FLAT, '').split(/[[{]/).length);
  return open.indexOf(open.reduce((most, count) => Math.max(most, count), 0));
}

/** The first error of each line; those that follow on it are mostly its consequences. */
function reportErrors(document: Document, lines: LineStarts, report: Report): void {
  const seen = new Set<number>();
  for (const error of document.errors) {
    const words = wordsOf(error, document);
    const { line } = pointOf(lines, words.offset, 1);
    if (seen.has(line)) continue;
    seen.add(line);
    report('syntax', words.offset, { reason: words.reason, hint: words.hint });
    if (seen.size >= MAX_ERRORS) return;
  }
}

/** Reports what is YAML and means something else than it seems to; returns whether it cannot be read at all. */
function reportNodes(
  document: Document,
  lines: LineStarts,
  firstLine: number,
  report: Report,
): boolean {
  let unread = false;
  visit(document, {
    Alias: (_, { source, range }) => {
      unread = true;
      report('alias', range?.[0] ?? 0, { name: source });
    },
    Value: (_, node) => {
      const offset = node.range?.[0] ?? 0;
      if (node.tag) report('tag', offset, { tag: node.tag.replace('tag:yaml.org,2002:', '!!') });
      if (node.anchor) report('anchor', offset, { name: node.anchor });
      if (!isMap(node)) return;
      const first = new Map<string, number>();
      for (const { key } of node.items) {
        if (!isScalar(key) || key.value === null) {
          unread = true;
          report('key', isNode(key) ? (key.range?.[0] ?? 0) : offset);
          continue;
        }
        const name = String(key.value);
        const keyOffset = key.range?.[0] ?? 0;
        const line = first.get(name);
        if (line === undefined) first.set(name, pointOf(lines, keyOffset, firstLine).line);
        else report('duplicate', keyOffset, { key: name, line });
      }
    },
  });
  return unread;
}

/** Parses YAML 1.2 with the offsets of its lines. */
export function readYaml(source: string): { document: Document; lines: LineStarts } {
  const document = parseDocument(source, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    // Checked here instead: the parser compares every key with every other.
    uniqueKeys: false,
    // With `silent` a second document in the file would be dropped without a word.
    logLevel: 'error',
  });
  return { document, lines: lineStartsOf(source) };
}

/** Offsets at which the lines of a text begin; the parser's own counter loses some after an error. */
export type LineStarts = readonly number[];

export const lineStartsOf = (source: string): LineStarts => [
  0,
  ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1),
];

/** Line and column in the file of an offset in its YAML. */
export function pointOf(lines: LineStarts, offset: number, firstLine: number): SourcePoint {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + firstLine, column: offset - (lines[low] ?? 0) + 1 };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'this is a list';
  if (value === null) return 'there is none';
  return `this is the ${typeof value} "${String(value).slice(0, 40)}"`;
}
