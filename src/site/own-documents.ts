import { join } from 'node:path';
import { type Corpus, type Entry, entriesOf } from '../domain/graph/corpus.ts';
import { buildGraph, type Graph } from '../domain/graph/graph.ts';
import { compareText } from '../domain/problems/problem.ts';
import { readWorkspace, type Workspace } from '../workspace/read-corpus.ts';

/** Documents that come with the handbook itself and are no part of anybody's content. */
interface OwnDocuments {
  /** The decisions of the project, which the guide shows. */
  readonly project: Workspace;
  readonly graph: Graph;
  /** An invented engagement with one document of each type. */
  readonly example: Workspace;
}

let known: OwnDocuments | undefined;

/** The documents below `docs/`, read on first use. */
export function ownDocuments(): OwnDocuments {
  known ??= read();
  return known;
}

function read(): OwnDocuments {
  // Pages are bundled elsewhere before they run, so the way from this file says nothing.
  const folder = (name: string) => readWorkspace(join(process.cwd(), 'docs', name));
  const project = folder('project');
  return { project, graph: buildGraph(project.corpus), example: folder('example') };
}

/** The document that is shown as the example of a type: the one that says most; null where there is none. */
export function exampleOf(
  { corpus, texts }: { corpus: Corpus; texts: Workspace['texts'] },
  typeName: string,
): { entry: Entry; text: string } | null {
  const [most] = entriesOf(corpus, typeName)
    .map((entry) => ({ entry, text: texts.get(entry.path) ?? '' }))
    .sort((a, b) => b.text.length - a.text.length || compareText(a.entry.path, b.entry.path));
  return most ?? null;
}
