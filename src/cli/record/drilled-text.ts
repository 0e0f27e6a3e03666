import type { StandardContext } from '../../domain/standard/rule.ts';
import { type Workspace, withText } from '../../workspace/read-corpus.ts';
import { standardContext } from '../../workspace/witness.ts';
import type { Drill } from './drill.ts';

/** The digest of the runbook as it was drilled, and what to know about it. */
export interface DrilledText {
  readonly hash: string;
  readonly notes: readonly string[];
}

/**
 * The text that a drill was of: the one that git had when it began, so that mending the runbook afterwards
 * does not pass for a drill of the mended text. Without such a commit, or with `present`, the text as it is.
 */
export function drilledText(
  workspace: Workspace,
  { git, hashOf, asOf }: StandardContext,
  { runbook, started }: Pick<Drill, 'runbook' | 'started'>,
  present: boolean,
): DrilledText {
  const now = hashOf(runbook);
  const version = git
    .versions(runbook.path)
    .find(({ commit }) => Date.parse(commit.at) <= started.time);
  const text = version ? git.textOf(version) : null;
  if (present || !version || text === null) return { hash: now, notes: [] };
  const then = withText(workspace, runbook.path, text);
  const entry = then.corpus.byId.get(runbook.id);
  const hash = entry ? standardContext(then, asOf, { git, problems: [] }).hashOf(entry) : now;
  if (hash === now) return { hash, notes: [] };
  const notes = [
    `The runbook was changed since: the drill speaks for the text of commit ${version.commit.id.slice(0, 12)} of ${version.commit.on}, not for the present one. Drill it again; or, if it was drilled as it is now, record it with --present-text.`,
  ];
  return { hash, notes };
}
