import { readWorkspace } from './src/workspace/read-corpus.ts';
import { buildGraph } from './src/domain/graph/graph.ts';
import { hiddenFrom } from './src/domain/audiences/hidden.ts';
import { audiencesOf } from './src/domain/audiences/readers.ts';
const { corpus } = readWorkspace(process.argv[2] ?? 'content');
const graph = buildGraph(corpus);
const t=performance.now();
for (const a of audiencesOf(corpus)) {
  const h = hiddenFrom(corpus, graph, a.name);
  const by = Object.groupBy([...h.entries], e => e.type.name);
  console.log(a.name, h.entries.size, Object.fromEntries(Object.entries(by).map(([k, v]) => [k, v!.length])));
  let n = 0;
  const rel = new Map();
  for (const e of graph.edges) if (e.from.type.format === 'mdx' && !h.entries.has(e.from) && h.entries.has(e.to)) { n++; const k = e.from.path + ' ' + e.relation.field.join('.') + ' -> ' + e.to.id; rel.set(k, (rel.get(k) ?? 0) + 1); }
  console.log(n, [...rel.keys()].slice(0, 40));
}
console.log(performance.now()-t);
