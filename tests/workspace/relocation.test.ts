import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCorpus } from '../../src/domain/checks/run.ts';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { readWorkspace, type Workspace } from '../../src/workspace/read-corpus.ts';
import { withChanges } from '../../src/workspace/refactor/change-set.ts';
import { relocation } from '../../src/workspace/refactor/relocate.ts';

const sample = readWorkspace(join(import.meta.dirname, '../../content'));
const movable = sample.corpus.entries.filter(({ type }) => type.folder !== '');

const moved = (workspace: Workspace, paths: ReadonlyMap<string, string>): Workspace => {
  const { changes, stuck } = relocation(workspace, paths);
  expect(stuck).toEqual([]);
  return withChanges(workspace, changes);
};

const inverse = (paths: ReadonlyMap<string, string>) =>
  new Map([...paths].map(([from, to]) => [to, from]));

const withoutAliases = (text: string) => text.replace(/^aliases: \[.*\n/m, '');

/** The graph with other ids; links in text by their target only, as lines move when an alias is added. */
const edgesOf = ({ corpus }: Workspace, name: (id: string) => string): string[] =>
  buildGraph(corpus)
    .edges.map(({ from, to, relation }) =>
      [name(from.id), relation.field.join('.'), name(to.id)].join(' '),
    )
    .sort();

const problems = checkCorpus(sample.corpus).length;
const edges = edgesOf(sample, (id) => id);

function goesAndComesBack(entries: readonly Entry[], pathFor: (entry: Entry) => string): void {
  const paths = new Map(entries.map((entry) => [entry.path, pathFor(entry)]));
  const there = moved(sample, paths);
  const before = new Map(entries.map((entry) => [pathFor(entry).replace(/\.\w+$/, ''), entry.id]));
  expect(checkCorpus(there.corpus)).toHaveLength(problems);
  expect(edgesOf(there, (id) => before.get(id) ?? id)).toEqual(edges);
  const back = moved(there, inverse(paths));
  for (const [path, text] of sample.texts) {
    const now = back.texts.get(path) ?? '';
    if (!paths.has(path)) expect(now, path).toBe(text);
    else expect(withoutAliases(now), path).toBe(withoutAliases(text));
  }
}

const places: readonly (readonly [string, (entry: Entry) => string])[] = [
  [
    'under a new name',
    ({ path, type }) =>
      path.replace(/([^/]+)\.(\w+)$/, type.numbered ? '$1-renamed.$2' : 'renamed-$1.$2'),
  ],
  ['in a folder below', ({ path }) => path.replace('/', '/deeper/still/')],
];

test.each(places)('the sample is the same %s, and comes back byte for byte', (_, pathFor) => {
  goesAndComesBack(movable, pathFor);
});

const oneOfEach = [...Map.groupBy(movable, ({ type }) => type.name).values()].flatMap((all) =>
  all.slice(-1),
);

test.each(oneOfEach.map((entry) => [entry.type.name, entry] as const))(
  'so does one %s alone',
  (_, entry) => {
    for (const [, pathFor] of places) goesAndComesBack([entry], pathFor);
  },
);
