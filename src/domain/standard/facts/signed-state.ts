import { resolvePath } from '../../body/target.ts';
import { textAt } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';
import { lastCommit, noWitness } from './history.ts';
import {
  type Difference,
  differences,
  digestsNow,
  digestsThen,
  readList,
  type SignOffFacts,
} from './sign-offs.ts';

/** Whether the files are as a sign-off has them. */
export type SignedState =
  | { readonly state: 'same' }
  /** `when` ends the sentence "... as they were signed": empty, or of which commit. */
  | {
      readonly state: 'changed';
      readonly when: string;
      readonly differences: readonly Difference[];
    }
  | { readonly state: 'unknown'; readonly why: string };

/**
 * Compares the exit with the files as they are now, an earlier gate with those that its commit left: what
 * changed after an earlier gate is no concern of its signature.
 */
export function signedState(signOff: SignOffFacts, context: StandardContext): SignedState {
  const { entry, gate, rehearsal, list } = signOff;
  if (list === null || signOff.statement === null)
    return {
      state: 'unknown',
      why: 'It holds no statement of what was signed, and no list of files. Have the gate signed again: npm run handbook -- sign',
    };
  const signed = readList(list);
  const now = differences(signed, digestsNow(context));
  if (now.length === 0) return { state: 'same' };
  const changed = { state: 'changed', when: '', differences: now } as const;
  if (gate === 'X' && !rehearsal) return changed;
  const statement = resolvePath(entry.path, textAt(entry.data, 'statement') ?? '');
  const commit = statement === null ? null : lastCommit(context, statement);
  if (commit === null || context.git.state !== 'full') {
    const why = noWitness(context, textAt(entry.data, 'signed_on') ?? '');
    return why === null ? changed : { state: 'unknown', why };
  }
  const then = digestsThen(context, commit);
  if (then === null)
    return {
      state: 'unknown',
      why: `git cannot read the files of commit ${commit.id.slice(0, 12)}.`,
    };
  const found = differences(signed, then);
  if (found.length === 0) return { state: 'same' };
  return {
    state: 'changed',
    when: `, in the commit that brought it in (${commit.id.slice(0, 12)})`,
    differences: found,
  };
}
