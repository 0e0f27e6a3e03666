import type { Corpus, Entry } from '../graph/corpus.ts';
import { isUnfinished } from '../graph/imported.ts';
import type { Problem } from '../problems/problem.ts';
import { filesOf } from './files.ts';
import { audiencesOf, isIn } from './readers.ts';

/** What errors do to a build. */
export interface Verdict<P extends Problem = Problem> {
  /** Documents that no copy holds: they were brought in with an error that nobody has looked at yet. */
  readonly leftOut: ReadonlySet<Entry>;
  /** The errors of those documents, and of files that only they use. */
  readonly theirs: readonly P[];
  /** The other errors, which end the build. */
  readonly fatal: readonly P[];
  /** Other imported documents that nobody may read: they do not say yet for whom they are. */
  readonly homeless: readonly Entry[];
}

/** Tells the errors that take single imported documents out of a build from those that end it. */
export function verdictOn<P extends Problem>(corpus: Corpus, problems: readonly P[]): Verdict<P> {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const byPath = new Map(corpus.entries.map((entry) => [entry.path, [entry]]));
  const users = errors.every(({ path }) => byPath.has(path)) ? byPath : withUsers(corpus, byPath);
  const leftOut = new Set<Entry>();
  const theirs: P[] = [];
  const fatal: P[] = [];
  for (const error of errors) {
    const entries = users.get(error.path) ?? [];
    const isTheirs = entries.length > 0 && entries.every(isUnfinished);
    (isTheirs ? theirs : fatal).push(error);
    if (isTheirs) for (const entry of entries) leftOut.add(entry);
  }
  return { leftOut, theirs, fatal, homeless: homelessIn(corpus, leftOut) };
}

/** The entries to which a path belongs: a document itself, or all that show, link to or name a file. */
function withUsers(
  { entries }: Corpus,
  byPath: ReadonlyMap<string, Entry[]>,
): ReadonlyMap<string, readonly Entry[]> {
  const uses = entries.flatMap((entry) => filesOf(entry).map((path) => ({ path, entry })));
  const files = [...Map.groupBy(uses, ({ path }) => path)]
    .filter(([path]) => !byPath.has(path))
    .map(([path, all]) => [path, all.map(({ entry }) => entry)] as const);
  return new Map([...byPath, ...files]);
}

function homelessIn(corpus: Corpus, leftOut: ReadonlySet<Entry>): Entry[] {
  const groups = audiencesOf(corpus).map(({ name }) => name);
  return corpus.entries.filter(
    (entry) =>
      !leftOut.has(entry) &&
      isUnfinished(entry) &&
      isSilent(entry) &&
      !groups.some((group) => isIn(entry, group, corpus)),
  );
}

const isSilent = ({ type, data }: Entry): boolean =>
  type.format === 'mdx' && data['audience'] === undefined;
