import {
  compareProblems,
  type LocatedProblem,
  type Problem,
  type SourcePoint,
} from '../domain/problems/problem.ts';
import { type FieldLocator, fieldLocator } from './field-locator.ts';
import { FRONTMATTER_LINE, splitFrontmatter } from './frontmatter.ts';
import type { Workspace } from './read-corpus.ts';

/** Problems with their lines looked up, in the one order that output has. A file as a whole is its first line. */
export function locate<P extends Problem>(
  problems: readonly P[],
  { texts }: Pick<Workspace, 'texts'>,
): (P & LocatedProblem)[] {
  const locators = new Map<string, FieldLocator>();
  const pointOf = ({ position, path }: Problem): SourcePoint => {
    if (position.kind === 'source') return position;
    if (position.kind === 'file') return FIRST;
    const locator = locators.get(path) ?? locatorOf(path, texts.get(path));
    locators.set(path, locator);
    return locator(position.path, position.of);
  };
  return problems.map((problem) => ({ ...problem, ...pointOf(problem) })).sort(compareProblems);
}

const FIRST: SourcePoint = { line: 1, column: 1 };

function locatorOf(path: string, text: string | undefined): FieldLocator {
  if (text === undefined) return () => FIRST;
  if (path.endsWith('.yaml')) return fieldLocator(text, 1);
  const { yaml } = splitFrontmatter(text, path);
  return yaml === null ? () => FIRST : fieldLocator(yaml, FRONTMATTER_LINE);
}
