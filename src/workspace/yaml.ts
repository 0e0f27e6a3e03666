import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { problemOf } from '../domain/checks/rule.ts';
import { yamlSyntax } from '../domain/checks/rules/yaml-syntax.ts';
import { at, type FieldPath, type Problem, type SourcePoint } from '../domain/problems/problem.ts';

/** The fields of a YAML text; `readable` is false when they cannot be trusted. */
export interface ParsedYaml {
  readonly data: Readonly<Record<string, unknown>>;
  readonly readable: boolean;
  readonly problems: readonly Problem[];
}

/** Parses fields that begin on line `firstLine` of the file `path`; never throws on bad YAML. */
export function parseYaml(source: string, path: string, firstLine: number): ParsedYaml {
  const { document, lines } = parse(source);
  const problem = (
    messageId: 'syntax' | 'duplicate' | 'noMapping' | 'aliases',
    offset: number,
    args = {},
  ) =>
    problemOf(yamlSyntax, {
      messageId,
      path,
      position: at(pointOf(lines, offset, firstLine)),
      args,
    });
  const problems = document.errors.map((error) => {
    const duplicate = error.code === 'DUPLICATE_KEY';
    return problem(duplicate ? 'duplicate' : 'syntax', error.pos[0], {
      reason: reasonOf(error),
      hint: hints[error.code] ?? defaultHint,
    });
  });
  const broken = document.errors.some((error) => error.code !== 'DUPLICATE_KEY');
  try {
    const data: unknown = document.toJS({ maxAliasCount: 20 });
    if (isRecord(data)) return { data, readable: !broken, problems };
    if (!broken) problems.push(problem('noMapping', 0, { found: nameOf(data) }));
  } catch {
    problems.push(problem('aliases', 0));
  }
  return { data: {}, readable: false, problems };
}

/** Line and column of a field in a YAML text; of its nearest parent that is written, where it is not. */
export function locateField(
  source: string,
  path: FieldPath,
  of: 'key' | 'value',
  firstLine: number,
): SourcePoint {
  const { document, lines } = parse(source);
  const offset = offsetOf(document, path, of) ?? 0;
  return pointOf(lines, offset, firstLine);
}

function offsetOf(document: Document, path: FieldPath, of: 'key' | 'value'): number | null {
  let node: unknown = document.contents;
  let offset: number | null = null;
  for (const [index, part] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
      );
      if (!pair) break;
      const last = index === path.length - 1;
      const keyOffset = startOf(pair.key);
      const valueOffset =
        isScalar(pair.value) && pair.value.value === null ? null : startOf(pair.value);
      offset = last && of === 'key' ? keyOffset : (valueOffset ?? keyOffset);
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      const item: unknown = node.items[part];
      if (item === undefined) break;
      offset = startOf(item) ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

const startOf = (node: unknown): number | null => (node as Node | null)?.range?.[0] ?? null;

function parse(source: string): { document: Document; lines: LineCounter } {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    lineCounter: lines,
    logLevel: 'silent',
  });
  return { document, lines };
}

function pointOf(lines: LineCounter, offset: number, firstLine: number): SourcePoint {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (value: unknown): string =>
  Array.isArray(value)
    ? 'a list'
    : value === null
      ? 'empty'
      : `the ${typeof value} "${String(value).slice(0, 40)}"`;

const reasonOf = (error: YAMLError): string => {
  const words = error.message.replace(/ at line \d+.*$/s, '').replace(/[.:]$/, '');
  return words.charAt(0).toLowerCase() + words.slice(1);
};

const defaultHint =
  'Put text that holds a colon, a hash or a bracket in quotes: title: "HL7: feed stalled"';

const hints: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with spaces; YAML knows no tabs.',
  BAD_INDENT: 'Give the fields of one block the same indent, two spaces more than the line above.',
  MISSING_CHAR: 'Close the quote or bracket that was opened, or put the text in quotes.',
  BAD_ALIAS: 'Put the text in quotes if it begins with an asterisk.',
  TAG_RESOLVE_FAILED:
    'Delete the tag that begins with an exclamation mark; values are plain text here.',
};
