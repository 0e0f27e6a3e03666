import type { ProofKind } from '../../documents/proof.ts';
import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { rowsAt, textAt } from '../../graph/fields.ts';
import { compareText, field, type Position } from '../../problems/problem.ts';
import { leavesOf, merkleRoot } from '../hash.ts';
import type { Doubt, Evidence, StandardContext } from '../rule.ts';

/** What the recorded proofs of one kind say of the handbook as it is now. */
export type ProofState =
  | { readonly state: 'good' | 'failed'; readonly entry: Entry }
  /** No proof speaks for the present text; `why` is a whole sentence. */
  | { readonly state: 'unknown'; readonly entry: Entry | null; readonly why: string };

const roots = new WeakMap<StandardContext['corpus'], string>();

/** Merkle root of the documents as they are now. */
export function contentRoot({ corpus, hashOf, root }: StandardContext): string {
  if (root !== undefined) return root;
  const known = roots.get(corpus) ?? merkleRoot(leavesOf([...corpus.byId.values()], hashOf));
  roots.set(corpus, known);
  return known;
}

/** The newest proof of a kind, judged against the present text. */
export function proofOf(context: StandardContext, kind: ProofKind): ProofState {
  const { corpus, asOf } = context;
  const proofs = entriesOf(corpus, 'proof')
    .filter(({ data }) => data['kind'] === kind && isDay(data['ran_on']) && data['ran_on'] <= asOf)
    .sort(newestFirst);
  const [entry] = proofs;
  if (!entry) {
    const why = `No proof of kind \`${kind}\` is recorded in proofs/.`;
    return { state: 'unknown', entry: null, why };
  }
  if (isFailed(entry)) return { state: 'failed', entry };
  const trouble = troubleOf(entry, context);
  return trouble === null ? { state: 'good', entry } : { state: 'unknown', entry, why: trouble };
}

/** Of one day the failed run comes first: a second try is dated by its own day. */
const newestFirst = (a: Entry, b: Entry): number =>
  compareText(String(b.data['ran_on']), String(a.data['ran_on'])) ||
  Number(isFailed(b)) - Number(isFailed(a));

/** Whether a run did not pass, or passed while it counted findings. */
const isFailed = ({ data }: Entry): boolean =>
  data['result'] !== 'pass' ||
  rowsAt(data, 'figures').some(({ name, value }) => name === 'findings' && value !== 0);

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
  if (fact.bytes === 0) return `${id}: its report ${report} is empty.`;
  const same = entriesOf(context.corpus, 'proof').find(
    (other) => other !== entry && other.data['report_digest'] === fact.digest,
  );
  if (same) return `${id} has the report of ${same.id}, and one of them is not its own.`;
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
