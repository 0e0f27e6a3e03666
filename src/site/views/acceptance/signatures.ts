import { addressOf } from '../../../domain/graph/addresses.ts';
import { type Entry, entriesOf } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { nameOf as personName } from '../../../domain/standard/facts/people.ts';
import { contentRoot } from '../../../domain/standard/facts/proofs.ts';
import type { StandardContext } from '../../../domain/standard/rule.ts';
import type { SignatureState } from '../../../domain/standard/witness.ts';
import type { LocatedReadiness } from '../../../workspace/judge.ts';
import { type GateView, gateViews } from '../readiness/gates.ts';
import type { Mark } from '../words.ts';
import { dayOf } from '../words.ts';

/** A gate with what was signed at it. */
export interface SignedGate {
  readonly gate: GateView;
  readonly signatures: readonly SignatureView[];
}

/** A sign-off: who signed which state of the documents, and whether the signature holds. */
export interface SignatureView {
  readonly href: string;
  readonly by: string;
  readonly on: string;
  readonly rehearsal: boolean;
  readonly root: string;
  /** Whether the documents are still those that were signed. */
  readonly same: boolean;
  readonly mark: Mark;
  /** Why the signature could not be checked, or does not hold; null where it does. */
  readonly why: string | null;
}

/** All gates with their signatures; sign-offs up to today. */
export function signedGates(standard: StandardContext, readiness: LocatedReadiness): SignedGate[] {
  const signOffs = Map.groupBy(entriesOf(standard.corpus, 'sign-off'), ({ data }) =>
    String(data['gate']),
  );
  return gateViews(readiness).map((gate) => ({
    gate,
    signatures: (signOffs.get(gate.id) ?? []).map((entry) => signatureView(entry, standard)),
  }));
}

function signatureView(entry: Entry, standard: StandardContext): SignatureView {
  const { data } = entry;
  const state = standard.signatureOf(entry);
  const root = textAt(data, 'signed_root') ?? '';
  return {
    href: addressOf(entry),
    by: personName(standard.corpus, textAt(data, 'signer') ?? 'nobody'),
    on: dayOf(textAt(data, 'signed_on') ?? ''),
    rehearsal: data['dry_run'] === true,
    root,
    same: root === contentRoot(standard),
    mark: marks[state.state],
    why: state.state === 'good' ? null : state.why,
  };
}

const marks: Readonly<Record<SignatureState['state'], Mark>> = {
  good: { text: 'signature verified', tone: 'good' },
  bad: { text: 'signature does not hold', tone: 'bad' },
  missing: { text: 'no signature', tone: 'attention' },
  unknown: { text: 'signature not checked', tone: 'attention' },
};
