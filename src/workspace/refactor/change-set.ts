import type { Entry } from '../../domain/graph/corpus.ts';
import { compareText, type Problem } from '../../domain/problems/problem.ts';
import { emptyWorkspace, type Workspace, withText } from '../read-corpus.ts';

/** What becomes of one file; paths inside the content folder. */
export interface FileChange {
  /** Where it is now; null for a new one. */
  readonly from: string | null;
  readonly to: string;
  /** Its text afterwards; null where its bytes stay as they are. */
  readonly text: string | null;
  /** Its text before, of a file that is no document or record. */
  readonly was?: string;
  /** What is shown of the change, one line each. */
  readonly lines: readonly string[];
}

/** The workspace as it would be read with these changes made, without touching the disk. */
export function withChanges(workspace: Workspace, changes: readonly FileChange[]): Workspace {
  const { root, corpus, texts } = workspace;
  const moved = new Map(
    changes.flatMap(({ from, to }) => (from === null || from === to ? [] : [[from, to] as const])),
  );
  const written = changes.flatMap(({ to, text }) => {
    // Nothing that is hidden is read as a document.
    if (text === null || !/^[^.].*\.(mdx|yaml)$/.test(to)) return [];
    const one = withText(emptyWorkspace(root), to, text).corpus;
    return [{ text, path: to, entries: one.entries, problems: one.problems }];
  });
  const read = new Set(
    changes.filter(({ text }) => text !== null).flatMap(({ from, to }) => [from, to]),
  );
  const kept = <T extends { readonly path: string }>(all: readonly T[]) =>
    all.filter(({ path }) => !read.has(path));
  const entries = [...kept(corpus.entries), ...written.flatMap((one) => one.entries)].sort((a, b) =>
    compareText(a.path, b.path),
  );
  const problems = [
    ...kept(corpus.problems).map(
      (one): Problem => ({ ...one, path: moved.get(one.path) ?? one.path }),
    ),
    ...written.flatMap((one) => one.problems),
  ];
  const assets = new Set([...corpus.assets].map((path) => moved.get(path) ?? path));
  const all = new Map([...texts].filter(([path]) => !read.has(path)));
  for (const { path, text } of written) all.set(path, text);
  return { root, corpus: { entries, byId: byIdOf(entries), assets, problems }, texts: all };
}

/** The workspace as it would be read if these documents were gone. */
export function without(workspace: Workspace, paths: ReadonlySet<string>): Workspace {
  const { root, corpus, texts } = workspace;
  const kept = <T extends { readonly path: string }>(all: readonly T[]) =>
    all.filter(({ path }) => !paths.has(path));
  const entries = kept(corpus.entries);
  return {
    root,
    corpus: {
      ...corpus,
      entries,
      byId: byIdOf(entries),
      problems: kept(corpus.problems),
    },
    texts: new Map([...texts].filter(([path]) => !paths.has(path))),
  };
}

const byIdOf = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.toReversed().map((entry) => [entry.id, entry]));
