import type { Corpus, Entry } from '../graph/corpus.ts';
import type { Graph } from '../graph/graph.ts';
import { hiddenFrom } from './hidden.ts';
import { audiencesOf } from './readers.ts';

const known = new WeakMap<Corpus, ReadonlyMap<string, ReadonlySet<Entry>>>();

/** The groups whose copy holds `from` and not `to`, in the order of engagement.yaml. */
export function shutOut(
  { from, to }: { readonly from: Entry; readonly to: Entry },
  corpus: Corpus,
  graph: Graph,
): string[] {
  return [...hiddenByGroup(corpus, graph)].flatMap(([name, hidden]) =>
    !hidden.has(from) && hidden.has(to) ? [name] : [],
  );
}

/** What each group may not see, in the order of engagement.yaml. */
export function hiddenByGroup(
  corpus: Corpus,
  graph: Graph,
): ReadonlyMap<string, ReadonlySet<Entry>> {
  const copies =
    known.get(corpus) ??
    new Map(audiencesOf(corpus).map(({ name }) => [name, hiddenFrom(corpus, graph, name).entries]));
  known.set(corpus, copies);
  return copies;
}
