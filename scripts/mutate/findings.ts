import { readinessOf } from '../../src/domain/readiness/readiness.ts';
import { dayOf } from '../../src/workspace/judge.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { standardContext } from '../../src/workspace/witness.ts';

/** Something that the checks say of a handbook; `key` tells it from everything else that they say. */
export interface Said {
  readonly rule: string;
  readonly key: string;
}

/** All that `check` and the standard say of a folder, whatever is due. */
export function findingsOf(folder: string): Said[] {
  const workspace = readWorkspace(folder);
  const context = standardContext(workspace, dayOf(workspace, undefined) ?? '2026-01-01');
  // Waivers hold today and have run out by the exit: both are looked at.
  const days = [readinessOf(context), readinessOf(context, 'X')];
  const states = days.flatMap(({ rules, reached }) =>
    rules.map((state) => ({ ...state, reached })),
  );
  const found = states.flatMap(({ rule, findings, doubts, reached }) => [
    ...findings.map(({ path, message, waiver }) => ({
      rule: rule.id,
      key: JSON.stringify([reached, rule.id, path, message, waiver === null]),
    })),
    ...doubts.map(({ cannotTell }) => ({
      rule: rule.id,
      // Whatever is edited voids every proof of the handbook as a whole: that alone names no defect.
      key: JSON.stringify([rule.id, cannotTell.replaceAll(/[0-9a-f]{64}/g, '')]),
    })),
  ]);
  const problems = context.problems.map(({ ruleId, path, message }) => ({
    rule: ruleId,
    key: JSON.stringify([ruleId, path, message]),
  }));
  return [...problems, ...found];
}
