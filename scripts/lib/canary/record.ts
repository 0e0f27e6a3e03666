import { join } from 'node:path';
import { stringify } from 'yaml';
import { contentRoot } from '../../../src/domain/standard/facts/proofs.ts';
import { sha256 } from '../../../src/domain/standard/hash.ts';
import { dayOf } from '../../../src/workspace/judge.ts';
import { readWorkspace } from '../../../src/workspace/read-corpus.ts';
import { standardContext } from '../../../src/workspace/witness.ts';
import { writeAtomically } from '../../../src/workspace/write.ts';
import { Failure } from '../failure.ts';

interface Run {
  readonly report: string;
  readonly isClean: boolean;
  readonly by: string | undefined;
}

/** Writes the report of a run and its proof into `proofs/`, and says where; a run of the same day is replaced. */
export function recordCanary(content: string, { report, isClean, by }: Run): string {
  const workspace = readWorkspace(content);
  if (by !== undefined && !workspace.corpus.byId.has(`people/${by}`))
    throw new Failure(`There is no person ${by} in people/.`);
  const today = dayOf(workspace, undefined) ?? new Date().toISOString().slice(0, 10);
  const name = `audiences-${today}`;
  const text = `${report}\n`;
  const proof = {
    title: `Search of every copy for marks of hidden documents, ${today}`,
    kind: 'audience',
    ran_on: today,
    result: isClean ? 'pass' : 'fail',
    content_root: contentRoot(standardContext(workspace, today)),
    ...(by === undefined ? {} : { by }),
    tool: 'npm run canary',
    report: `./${name}.txt`,
    report_digest: sha256(text),
  };
  writeAtomically(join(content, 'proofs', `${name}.txt`), text);
  writeAtomically(join(content, 'proofs', `${name}.yaml`), stringify(proof));
  return `Recorded in proofs/${name}.yaml, with the report beside it.`;
}
