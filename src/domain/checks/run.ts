import type { Corpus } from '../graph/corpus.ts';
import { buildGraph, type Graph } from '../graph/graph.ts';
import { isUnfinished } from '../graph/imported.ts';
import type { Problem } from '../problems/problem.ts';
import { rules } from './registry.ts';
import { type CheckContext, problemOf, type Rule } from './rule.ts';

/** Every problem of a corpus: those met while reading, then those of each rule. Not sorted. */
export function checkCorpus(corpus: Corpus, graph: Graph = buildGraph(corpus)): Problem[] {
  const context = { corpus, graph };
  const problems = [...corpus.problems, ...rules.flatMap((rule) => runRule(rule, context))];
  const unfinished = new Set(corpus.entries.filter(isUnfinished).map(({ path }) => path));
  return unfinished.size === 0 ? problems : problems.map((one) => weighed(one, unfinished));
}

const runRule = (rule: Rule, context: CheckContext): Problem[] =>
  [...(rule.check?.(context) ?? [])].map((finding) => problemOf(rule, finding));

/** A problem with the weight that it has in a document that was brought in and not reviewed yet. */
const weighed = (problem: Problem, unfinished: ReadonlySet<string>): Problem =>
  unfinished.has(problem.path) && tellsOfUnfinished(problem)
    ? { ...problem, severity: 'warning', unfinished: true }
    : problem;

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

const tellsOfUnfinished = ({ ruleId, messageId }: Problem): boolean =>
  byId.get(ruleId)?.messages[messageId]?.unfinished === true;
