import { type MdastNode, mdxToMdast } from 'satteri';
import { problemOf } from '../domain/checks/rule.ts';
import { mdxSyntax } from '../domain/checks/rules/mdx-syntax.ts';
import { at, type Problem, wholeFile } from '../domain/problems/problem.ts';
import { depthOf, MAX_DEPTH, refusalOf } from './mdx-guard.ts';
import { pointAt } from './text.ts';

/** The tree of a document, or null where none could be made, and what is wrong with its syntax. */
export interface ParsedMdx {
  readonly tree: MdastNode | null;
  readonly problems: readonly Problem[];
}

/**
 * Parses a whole file, frontmatter included, so that positions are those of the file. After a syntax
 * error the character that broke it is taken literally and the rest is read on, so that one run names
 * every error of the file.
 */
export function parseMdx(source: string, path: string): ParsedMdx {
  const problems: Problem[] = [];
  const refusal = refusalOf(source, path);
  if (refusal !== null) return { tree: null, problems: [refusal] };
  let text = source;
  for (let round = 0; round < rounds(source); round++) {
    try {
      const tree = mdxToMdast(text, { features });
      if (depthOf(tree) <= MAX_DEPTH * 3) return { tree, problems };
      problems.push(
        problemOf(mdxSyntax, {
          messageId: 'tooDeep',
          path,
          position: wholeFile,
          args: { limit: MAX_DEPTH },
        }),
      );
      break;
    } catch (error) {
      const failure = readFailure(error, text);
      problems.push(toProblem(failure, text, path));
      if (failure.culprits.length === 0) break;
      text = failure.culprits.reduce(neutralise, text);
    }
  }
  return { tree: null, problems };
}

/** What the parser reads beside CommonMark and MDX; the page is rendered with the same set. */
export const features = { gfm: true, frontmatter: true, directive: false } as const;

/** Each round reads the file once more: many for a page, few for a megabyte. */
const rounds = (source: string): number =>
  Math.max(3, Math.min(20, Math.floor(2_000_000 / (source.length + 1))));

interface Failure {
  readonly reason: string;
  /** Offset of the place that is reported. */
  readonly offset: number;
  /** Offsets of the characters that must be taken literally to read on. */
  readonly culprits: readonly number[];
}

function readFailure(error: unknown, text: string): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, column, words] =
    /^(\d+):(\d+): ([^]*?)(?: \(mdx-[\w-]+:[\w-]+\))?$/.exec(message) ?? [];
  if (words === undefined) return { reason: message, offset: 0, culprits: [] };
  const offset = offsetAt(text, Number(line), Number(column));
  const culprit = /expression|brace/.test(words)
    ? text.lastIndexOf('{', offset)
    : text.lastIndexOf('<', offset);
  if (culprit < 0) return { reason: words, offset, culprits: [] };
  const [, openLine, openColumn] = /^Unexpected closing tag.*\((\d+):(\d+)\)$/.exec(words) ?? [];
  const opening =
    openLine === undefined ? [] : [offsetAt(text, Number(openLine), Number(openColumn))];
  return { reason: words, offset: culprit, culprits: [culprit, ...opening] };
}

function toProblem({ reason, offset }: Failure, text: string, path: string): Problem {
  const tag = /`(<\/?[^`]*>)`/.exec(reason)?.[1] ?? '<...>';
  const name = tag.replaceAll(/[<>/]/g, '');
  const args = { reason: sentence(reason), tag, closing: `</${name}>`, empty: `<${name} />` };
  return problemOf(mdxSyntax, {
    messageId: messageIdOf(reason, text, offset),
    path,
    position: at(pointAt(text, offset)),
    args,
  });
}

function messageIdOf(reason: string, text: string, offset: number) {
  if (text.startsWith('<!--', offset)) return 'comment';
  if (text[offset] === '{') return 'brace';
  if (/^Expected a closing tag/.test(reason)) return 'unclosedTag';
  if (/^Unexpected closing tag/.test(reason)) return 'strayClosing';
  if (/^Unexpected (character|end of file)/.test(reason)) return 'lessThan';
  return 'other';
}

/** The parser's reason without its advice for other settings. */
const sentence = (reason: string): string =>
  reason
    .replace(/ \(note: [^]*\)$/, '')
    .replace(/^Could not parse expression with \w+: /, '')
    .replace(/\.$/, '');

/** Puts a look-alike of the same width in the place of a `<` or `{`, so that all positions stay. */
const neutralise = (text: string, offset: number): string =>
  `${text.slice(0, offset)}${text[offset] === '{' ? '(' : '‹'}${text.slice(offset + 1)}`;

function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}
