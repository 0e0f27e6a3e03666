/** How much a problem weighs: an error fails `check`, a warning is only listed. */
export type Severity = 'error' | 'warning';

/** A place in a source file; line and column count from 1, columns in UTF-16 units. */
export interface SourcePoint {
  readonly line: number;
  readonly column: number;
}

/** A path of keys and indexes into frontmatter or a YAML record, such as `['escalation', 0, 'person']`. */
export type FieldPath = readonly (string | number)[];

/** Where a problem is: a known point, a field whose line is looked up late, or the file as a whole. */
export type Position =
  | ({ readonly kind: 'source' } & SourcePoint)
  | { readonly kind: 'field'; readonly path: FieldPath; readonly of: 'key' | 'value' }
  | { readonly kind: 'file' };

/** One finding: what is wrong, where, and what to write instead. */
export interface Problem {
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: Severity;
  /** Path of the file inside the content folder, with forward slashes. */
  readonly path: string;
  readonly position: Position;
  readonly message: string;
  readonly fix: string;
  /** What stands at the place must not be shown: no reporter quotes its line. */
  readonly sensitive?: true;
  /** What an imported document lacks, or had wrong before it came, until somebody reviews it. */
  readonly unfinished?: true;
}

/** A problem whose position has been looked up in its file. */
export interface LocatedProblem extends Problem, SourcePoint {}

/** The position of the file as a whole. */
export const wholeFile: Position = { kind: 'file' };

/** The position of a known line and column. */
export const at = (point: SourcePoint): Position => ({
  kind: 'source',
  line: point.line,
  column: point.column,
});

/** The position of a frontmatter field's value, or of its key with `of: 'key'`. */
export const field = (path: FieldPath, of: 'key' | 'value' = 'value'): Position => ({
  kind: 'field',
  path,
  of,
});

/** Orders problems by path, line, rule, then column and message, so that output never depends on the run. */
export function compareProblems(a: LocatedProblem, b: LocatedProblem): number {
  return (
    compareText(a.path, b.path) ||
    a.line - b.line ||
    compareText(a.ruleId, b.ruleId) ||
    a.column - b.column ||
    compareText(a.message, b.message)
  );
}

/** Orders text by code unit: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
