import type { Entry } from './corpus.ts';
import type { Edge, Graph } from './graph.ts';

/** A document from which one is reached, and the links on the way: the first leaves it, the last arrives. */
export interface Dependent {
  readonly entry: Entry;
  readonly way: readonly Edge[];
}

/** What points at an entry by steps, up to `depth` of them: each document once, at its nearest. */
export function dependentsOf(target: Entry, graph: Graph, depth: number): Dependent[][] {
  const seen = new Set([target]);
  const steps: Dependent[][] = [];
  let front: readonly Dependent[] = [{ entry: target, way: [] }];
  while (steps.length < depth && front.length > 0) {
    const next: Dependent[] = [];
    for (const { entry, way } of front) {
      for (const edge of graph.incoming(entry)) {
        if (seen.has(edge.from)) continue;
        seen.add(edge.from);
        next.push({ entry: edge.from, way: [edge, ...way] });
      }
    }
    if (next.length > 0) steps.push(next);
    front = next;
  }
  return steps;
}
