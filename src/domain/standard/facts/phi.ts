import { type Corpus, type Entry, slugOf } from '../../graph/corpus.ts';
import { rawAt, textAt, textsOf } from '../../graph/fields.ts';
import { inForce } from './in-force.ts';

/** Classes of data that HIPAA protects. */
const PROTECTED: readonly unknown[] = ['phi', 'limited'];

/** Whether a system says of itself that it holds PHI: by its classes of data, or by how it protects it. */
export const declaresPhi = ({ data }: Entry): boolean =>
  textsOf(data, 'data_classes').some((name) => PROTECTED.includes(name)) ||
  rawAt(data, 'phi') !== undefined;

/** Systems by slug that an allowed data flow takes PHI out of or brings PHI to, with that flow. */
export function phiFlows(corpus: Corpus): ReadonlyMap<string, Entry> {
  const flows = new Map<string, Entry>();
  for (const flow of inForce(corpus, 'data-flow')) {
    const { data } = flow;
    if (data['decision'] === 'blocked' || !PROTECTED.includes(data['payload_class'])) continue;
    for (const end of [textAt(data, 'from'), textAt(data, 'to')]) {
      if (end?.startsWith('systems/')) flows.set(end.slice('systems/'.length), flow);
    }
  }
  return flows;
}

/** Systems in force that hold PHI, by their own word or by a flow of theirs. */
export function phiSystems(corpus: Corpus): Entry[] {
  const flows = phiFlows(corpus);
  return inForce(corpus, 'system').filter(
    (entry) => declaresPhi(entry) || flows.has(slugOf(entry)),
  );
}
