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
  { texts, locators = new Map() }: Pick<Workspace, 'texts' | 'locators'>,
): (P & LocatedProblem)[] {
  const pointOf = ({ position, path }: Problem): SourcePoint => {
    if (position.kind === 'source') return position;
    if (position.kind === 'file') return FIRST;
    const text = texts.get(path);
    const known = locators.get(path);
    const locator = known && known.text === text ? known.locator : locatorOf(path, text);
    locators.set(path, { text, locator });
    return locator(position.path, position.of);
  };
  return problems.map((problem) => ({ ...problem, ...pointOf(problem) })).sort(compareProblems);
}

/** Locators by path, each with the text that it is for. */
export type Locators = Map<
  string,
  { readonly text: string | undefined; readonly locator: FieldLocator }
>;

const FIRST: SourcePoint = { line: 1, column: 1 };

function locatorOf(path: string, text: string | undefined): FieldLocator {
  if (text === undefined) return () => FIRST;
  if (path.endsWith('.yaml')) return fieldLocator(text, 1);
  const { yaml } = splitFrontmatter(text, path);
  return yaml === null ? () => FIRST : fieldLocator(yaml, FRONTMATTER_LINE);
}
