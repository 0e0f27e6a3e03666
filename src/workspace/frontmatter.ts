import { problemOf } from '../domain/checks/rule.ts';
import { yamlSyntax } from '../domain/checks/rules/yaml-syntax.ts';
import { type Problem, wholeFile } from '../domain/problems/problem.ts';

/** The two parts of a document file. */
export interface SplitFile {
  readonly yaml: string | null;
  /** The body, and the line of the file on which it begins. */
  readonly body: string;
  readonly bodyLine: number;
  /** Whether the frontmatter begins and never ends. */
  readonly open: boolean;
  readonly problems: readonly Problem[];
}

/** Where the fields of a document begin: below the first `---`. */
export const FRONTMATTER_LINE = 2;

/** Splits a document into frontmatter and body at its `---` lines. */
export function splitFrontmatter(text: string, path: string): SplitFile {
  const trouble = (messageId: 'noFrontmatter' | 'unclosed'): SplitFile => ({
    yaml: null,
    body: text,
    bodyLine: 1,
    open: messageId === 'unclosed',
    problems: [problemOf(yamlSyntax, { messageId, path, position: wholeFile })],
  });
  const lines = text.split('\n');
  if (!isFence(lines[0])) return trouble('noFrontmatter');
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 0) return trouble('unclosed');
  return {
    yaml: `${lines.slice(1, end).join('\n')}\n`,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
    open: false,
    problems: [],
  };
}

const isFence = (line: string | undefined): boolean => line?.trimEnd() === '---';
