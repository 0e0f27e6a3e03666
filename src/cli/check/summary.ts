import { byPath, documentChanges } from '../../domain/changes/documents.ts';
import { gateChanges, ruleChanges } from '../../domain/changes/gates.ts';
import { referenceChanges } from '../../domain/changes/references.ts';
import { dueReviews, voidedStamps } from '../../domain/changes/stamps.ts';
import type { ChangeSummary } from '../../domain/changes/summary.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import { buildGraph } from '../../domain/graph/graph.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { readinessOf } from '../../domain/readiness/readiness.ts';
import { readGitWitness } from '../../workspace/git-witness.ts';
import { dayOf } from '../../workspace/judge.ts';
import type { Compared } from '../../workspace/revision.ts';
import { standardContext } from '../../workspace/witness.ts';

/** What a change did to documents, references, gates and stamps; `root` is the content folder itself. */
export function summaryOf(
  { changes, before, now, commit }: Compared,
  fixed: readonly LocatedProblem[],
  { root, revision, asked }: { root: string; revision: string; asked: string | undefined },
): ChangeSummary {
  const { entryBefore, idNow } = counterparts({ changes, before, now });
  const [was, is] = [buildGraph(before.corpus), buildGraph(now.corpus)];
  const documents = documentChanges(changes, before.corpus, now.corpus);
  const asOf = dayOf({ ...now, root }, asked);
  const base = {
    revision,
    documents,
    otherFiles: changes.length - documents.length,
    references: referenceChanges(was, is, idNow),
    fixed,
  };
  if (asOf === null) return { ...base, standard: null };
  // Both are judged on the same day, so that only the change moves a gate and never the calendar.
  const then = standardContext(before, asOf, { graph: was, git: readGitWitness(root, commit) });
  const today = standardContext(now, asOf, { graph: is, git: readGitWitness(root) });
  const [judgedBefore, judged] = [readinessOf(then), readinessOf(today)];
  const standard = {
    asOf,
    gates: gateChanges(judgedBefore, judged),
    rules: ruleChanges(judgedBefore, judged),
    voided: voidedStamps(then, today, entryBefore),
    due: dueReviews(today),
  };
  return { ...base, standard };
}

/** Finds the same document at the other time, through renames. */
function counterparts({ changes, before, now }: Pick<Compared, 'changes' | 'before' | 'now'>) {
  const [were, are] = [byPath(before.corpus), byPath(now.corpus)];
  const renames = changes.filter(({ kind }) => kind === 'renamed');
  const wasAt = new Map(renames.map(({ path, before: was }) => [path, was]));
  const isAt = new Map(renames.map(({ path, before: was }) => [was, path]));
  return {
    entryBefore: ({ path }: Entry) => were.get(wasAt.get(path) ?? path) ?? null,
    idNow: ({ path }: Entry) => are.get(isAt.get(path) ?? path)?.id ?? null,
  };
}
