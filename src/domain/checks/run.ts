import type { Corpus } from '../graph/corpus.ts';
import { buildGraph, type Graph } from '../graph/graph.ts';
import type { Problem } from '../problems/problem.ts';
import { rules } from './registry.ts';
import { type CheckContext, problemOf, type Rule } from './rule.ts';

/** Every problem of a corpus: those met while reading, then those of each rule. Not sorted. */
export function checkCorpus(corpus: Corpus, graph: Graph = buildGraph(corpus)): Problem[] {
  const context = { corpus, graph };
  return [...corpus.problems, ...rules.flatMap((rule) => runRule(rule, context))];
}

const runRule = (rule: Rule, context: CheckContext): Problem[] =>
  [...(rule.check?.(context) ?? [])].map((finding) => problemOf(rule, finding));
