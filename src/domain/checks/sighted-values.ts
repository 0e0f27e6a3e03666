import type { Corpus } from '../graph/corpus.ts';
import type { Sighting } from '../identifiers/sightings.ts';
import type { Problem, SourcePoint } from '../problems/problem.ts';

/** Finds the values that a finding of an identifier is about, as they stand in the file; never for output. */
export function sightedValues(
  corpus: Pick<Corpus, 'entries' | 'sightings'>,
): (problem: Pick<Problem, 'path'> & SourcePoint) => readonly string[] {
  const byPath = new Map<string, readonly Sighting[]>([
    ...corpus.entries.map(({ path, sightings }) => [path, sightings ?? []] as const),
    ...(corpus.sightings ?? []),
  ]);
  return ({ path, line, column }) =>
    (byPath.get(path) ?? [])
      .filter(({ values }) =>
        values.some((value) => value.line === line && value.column === column),
      )
      .flatMap(({ values }) => values.map(({ value }) => value));
}
