import type { ProofKind } from '../../documents/proof.ts';
import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import { field, type Position } from '../../problems/problem.ts';
import { leavesOf, merkleRoot } from '../hash.ts';
import type { Doubt, Evidence, StandardContext } from '../rule.ts';

/** What the recorded proofs of one kind say of the handbook as it is now. */
export type ProofState =
  | { readonly state: 'good' | 'failed'; readonly entry: Entry }
  /** No proof speaks for the present text; `why` is a whole sentence. */
  | { readonly state: 'unknown'; readonly entry: Entry | null; readonly why: string };

const roots = new WeakMap<StandardContext['corpus'], string>();

/** Merkle root of the documents as they are now. */
export function contentRoot({ corpus, hashOf }: StandardContext): string {
  const known = roots.get(corpus) ?? merkleRoot(leavesOf([...corpus.byId.values()], hashOf));
  roots.set(corpus, known);
  return known;
}

/** The newest proof of a kind, judged against the present text. */
export function proofOf(context: StandardContext, kind: ProofKind): ProofState {
  const { corpus, asOf } = context;
  const proofs = entriesOf(corpus, 'proof')
    .filter(({ data }) => data['kind'] === kind && isDay(data['ran_on']) && data['ran_on'] <= asOf)
    .sort((a, b) => (String(a.data['ran_on']) < String(b.data['ran_on']) ? 1 : -1));
  const [entry] = proofs;
  if (!entry) {
    const why = `No proof of kind \`${kind}\` is recorded in proofs/.`;
    return { state: 'unknown', entry: null, why };
  }
  if (entry.data['result'] === 'fail') return { state: 'failed', entry };
  const trouble = troubleOf(entry, context);
  return trouble === null ? { state: 'good', entry } : { state: 'unknown', entry, why: trouble };
}

/** Why a proof says nothing of the present text; null where it does. */
function troubleOf(entry: Entry, context: StandardContext): string | null {
  const { data, id } = entry;
  if (data['content_root'] !== contentRoot(context)) {
    return `${id} ran on another state of the documents: run it again, and write content_root: ${contentRoot(context)}`;
  }
  const report = textAt(data, 'report');
  if (report === null) return `${id} names no report, so there is nothing to look at.`;
  const fact = context.fileOf(`proofs/${report.replace(/^\.\//, '')}`);
  if (fact === null) return `${id}: its report ${report} is not there.`;
  return fact.digest === data['report_digest']
    ? null
    : `${id}: its report changed after it was recorded. report_digest is ${fact.digest} now.`;
}

interface Failed {
  readonly messageId: 'failed';
  readonly path: string;
  readonly position: Position;
}

/** What a rule says of a proof that it leans on; its message `failed` is for a run that found something. */
export function outcomeOfProof(
  context: StandardContext,
  kind: ProofKind,
  evidence: string,
): Evidence | Doubt | Failed {
  const proof = proofOf(context, kind);
  if (proof.state === 'unknown') {
    const how = `Run it on the handbook as it is now, and record it with its report in proofs/: kind: ${kind}`;
    return { cannotTell: `${proof.why} ${how}`, path: proof.entry?.path ?? 'engagement.yaml' };
  }
  const { path, data } = proof.entry;
  return proof.state === 'failed'
    ? { messageId: 'failed', path, position: field(['result']) }
    : { evidence: `${evidence} on ${data['ran_on']}`, path };
}
