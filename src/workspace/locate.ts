import {
  compareProblems,
  type LocatedProblem,
  type Problem,
  type SourcePoint,
} from '../domain/problems/problem.ts';
import { FRONTMATTER_LINE, splitFrontmatter } from './frontmatter.ts';
import type { Workspace } from './read-corpus.ts';
import { locateField } from './yaml.ts';

/** Problems with their lines looked up, in the one order that output has. A file as a whole is its first line. */
export function locate(
  problems: readonly Problem[],
  { texts }: Pick<Workspace, 'texts'>,
): LocatedProblem[] {
  return problems
    .map((problem) => ({ ...problem, ...pointOf(problem, texts.get(problem.path)) }))
    .sort(compareProblems);
}

const FIRST: SourcePoint = { line: 1, column: 1 };

function pointOf({ position, path }: Problem, text: string | undefined): SourcePoint {
  if (position.kind === 'source') return position;
  if (position.kind === 'file' || text === undefined) return FIRST;
  if (path.endsWith('.yaml')) return locateField(text, position.path, position.of, 1);
  const { yaml } = splitFrontmatter(text, path);
  return yaml === null ? FIRST : locateField(yaml, position.path, position.of, FRONTMATTER_LINE);
}
