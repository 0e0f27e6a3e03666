import { type EvalRun, runsOf } from '../../evals/run.ts';
import type { StandardContext } from '../rule.ts';

const known = new WeakMap<StandardContext['corpus'], readonly EvalRun[]>();

/** All eval reports with what their results and gates say, oldest first; worked out once. */
export function evalRuns({ corpus, fileOf }: Pick<StandardContext, 'corpus' | 'fileOf'>) {
  const runs = known.get(corpus) ?? runsOf(corpus, (path) => fileOf(path)?.text ?? null);
  known.set(corpus, runs);
  return runs;
}
