import { type MdastNode, mdxToMdast } from 'satteri';
import { problemOf } from '../domain/checks/rule.ts';
import { mdxSyntax } from '../domain/checks/rules/mdx-syntax.ts';
import { at, type Problem, wholeFile } from '../domain/problems/problem.ts';
import { type Failure, failureOf } from './mdx-failure.ts';
import { depthOf, MAX_DEPTH, refusalOf, unclosedFence } from './mdx-guard.ts';
import { pointAt } from './text.ts';

/** The tree of a document, or null where none could be made, and what is wrong with its syntax. */
export interface ParsedMdx {
  readonly tree: MdastNode | null;
  readonly problems: readonly Problem[];
}

/** What the parser reads beside CommonMark and MDX; the page is rendered with the same set. */
export const features = { gfm: true, frontmatter: true, directive: false } as const;

/**
 * Parses a whole file, frontmatter included, so that positions are those of the file. After a syntax
 * error the character that broke it is taken literally and the rest is read on, so that one run names
 * every error of the file.
 */
export function parseMdx(source: string, path: string): ParsedMdx {
  const refusal = refusalOf(source, path);
  if (refusal !== null) return { tree: null, problems: [refusal] };
  const problems: Problem[] = [];
  const limit = rounds(source);
  let text = source;
  for (let round = 0; ; round++) {
    const result = parse(text);
    if (result.tree !== null) {
      const problem = problemOfTree(result.tree, source, path);
      if (problem === null) return { tree: result.tree, problems };
      return { tree: null, problems: [...problems, problem] };
    }
    const { offset, culprits } = result.failure;
    const more = round === limit;
    problems.push(
      more ? moreThan(limit, text, offset, path) : toProblem(result.failure, text, path),
    );
    if (more || culprits.length === 0) return { tree: null, problems };
    text = culprits.reduce(neutralise, text);
  }
}

type Attempt = { readonly tree: MdastNode } | { readonly tree: null; readonly failure: Failure };

function parse(text: string): Attempt {
  try {
    return { tree: mdxToMdast(text, { features }) };
  } catch (error) {
    return { tree: null, failure: failureOf(error, text) };
  }
}

/** What is wrong with a text that parses all the same. */
function problemOfTree(tree: MdastNode, source: string, path: string): Problem | null {
  if (depthOf(tree) > MAX_DEPTH * 3) {
    const args = { limit: MAX_DEPTH };
    return problemOf(mdxSyntax, { messageId: 'tooDeep', path, position: wholeFile, args });
  }
  const fence = unclosedFence(tree, source);
  return fence && problemOf(mdxSyntax, { messageId: 'unclosedFence', path, position: at(fence) });
}

/** Each round reads the file once more: many for a page, few for a megabyte. */
const rounds = (source: string): number =>
  Math.max(3, Math.min(50, Math.floor(2_000_000 / (source.length + 1))));

const toProblem = ({ messageId, offset, args }: Failure, text: string, path: string): Problem =>
  problemOf(mdxSyntax, { messageId, path, position: at(pointAt(text, offset)), args });

const moreThan = (limit: number, text: string, offset: number, path: string): Problem =>
  problemOf(mdxSyntax, {
    messageId: 'more',
    path,
    position: at(pointAt(text, offset)),
    args: { limit },
  });

/** Puts a look-alike of the same width in the place of a `<` or `{`, so that all positions stay. */
const neutralise = (text: string, offset: number): string =>
  `${text.slice(0, offset)}${text[offset] === '{' ? '(' : '‹'}${text.slice(offset + 1)}`;
