import { checkCorpus } from '../../domain/checks/run.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { type Workspace, withText } from '../../workspace/read-corpus.ts';
import { Refusal } from '../refusal.ts';

/** Throws a Refusal when writing these texts, by path, would bring an error that is not there now. */
export function refuseErrors(workspace: Workspace, files: ReadonlyMap<string, string>): void {
  const before = new Set(errorsOf(workspace).map(keyOf));
  const after = [...files].reduce((sum, [path, text]) => withText(sum, path, text), workspace);
  const fresh = errorsOf(after).filter((problem) => !before.has(keyOf(problem)));
  if (fresh.length === 0) return;
  const reasons = fresh.map(({ path, message, fix }) => `  ${path}: ${message}\n    ${fix}`);
  throw new Refusal(`Nothing was written, because the check would fail:\n${reasons.join('\n')}`);
}

const errorsOf = ({ corpus }: Workspace): Problem[] =>
  checkCorpus(corpus).filter(({ severity }) => severity === 'error');

const keyOf = ({ path, ruleId, message }: Problem): string =>
  JSON.stringify([path, ruleId, message]);
