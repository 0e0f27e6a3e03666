import { createHash } from 'node:crypto';
import { hiddenFrom } from '../../../src/domain/audiences/hidden.ts';
import { audiencesOf } from '../../../src/domain/audiences/readers.ts';
import type { Entry } from '../../../src/domain/graph/corpus.ts';
import { buildGraph, type Graph } from '../../../src/domain/graph/graph.ts';
import type { Workspace } from '../../../src/workspace/read-corpus.ts';

/** A document or record that some audience may not see, and what can be searched for to find it. */
export interface Mark {
  readonly entry: Entry;
  /** Begins every word that is planted in it; what follows tells the place. */
  readonly word: string;
  /** The audiences whose copy must not hold it. */
  readonly hiddenFrom: readonly string[];
}

/** What was committed together: documents with the same readers, so that their history has the same ones. */
export interface MarkedCommit {
  readonly marks: readonly Mark[];
  readonly word: string;
  readonly year: number;
}

export interface Plan {
  readonly audiences: readonly string[];
  readonly graph: Graph;
  readonly marks: readonly Mark[];
  readonly commits: readonly MarkedCommit[];
}

/** The first of the years that the marked commits are dated to; no handbook is as old. */
const FIRST_YEAR = 2071;

/** What is to be planted in a handbook. */
export function planOf({ corpus }: Workspace): Plan {
  const graph = buildGraph(corpus);
  const audiences = audiencesOf(corpus).map(({ name }) => name);
  const copies = audiences.map((name) => ({
    name,
    hidden: hiddenFrom(corpus, graph, name).entries,
  }));
  const marks = corpus.entries.flatMap((entry): Mark[] => {
    const from = copies.filter(({ hidden }) => hidden.has(entry)).map(({ name }) => name);
    return from.length === 0 ? [] : [{ entry, word: wordOf(entry.path), hiddenFrom: from }];
  });
  const groups = [...Map.groupBy(marks, ({ hiddenFrom: from }) => from.join(' '))];
  const commits = groups.map(([key, same], index) => ({
    marks: same,
    word: wordOf(`commit ${key}`),
    // Every other year: the days before a visible commit, which a page may count, are nobody's.
    year: FIRST_YEAR + 2 * index,
  }));
  return { audiences, graph, marks, commits };
}

/** Letters of no language, so that nothing else holds them and no search index splits or shortens them. */
const wordOf = (name: string): string => {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 9);
  return `zq${[...bytes].map((byte) => 'bcdfghjklmnpqrtvwxz'[byte % 19]).join('')}`;
};
