import { contentRoot } from '../../domain/standard/facts/proofs.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { standardContext } from '../../workspace/witness.ts';

type Values = ReadonlyMap<string, readonly string[]>;

/** What nobody can work out by hand: the root of the documents as they are, and the digest of a report that is there. */
export function withDigests(values: Values, workspace: Workspace, today: string): Values {
  const context = standardContext(workspace, today);
  const [report] = values.get('report') ?? [];
  const file =
    report === undefined ? null : context.fileOf(`proofs/${report.replace(/^\.\//, '')}`);
  return new Map([
    ['content_root', [contentRoot(context)]],
    ...(file === null ? [] : [['report_digest', [file.digest]] as const]),
    ...values,
  ]);
}
