import { type Corpus, type Entry, entriesOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';
import { noWitness } from './history.ts';

/** The tombstones by the path of what was taken out. */
export const tombstonesOf = (corpus: Corpus): ReadonlyMap<string | null, Entry> =>
  new Map(entriesOf(corpus, 'tombstone').map((one) => [textAt(one.data, 'path'), one]));

/**
 * Why git cannot tell what happened since the kickoff, as whole sentences; null where it can, or where a
 * tombstone with the path `.` says where the earlier state is kept.
 */
export function noWitnessSinceKickoff(context: StandardContext): string | null {
  const { corpus, git, kickoffOn, asOf } = context;
  const doubt = noWitness(context, kickoffOn ?? asOf);
  if (doubt === null) return null;
  if (git.state !== 'full') return doubt;
  return isComplete(tombstonesOf(corpus).get('.')) ? null : `${doubt} ${EARLIER}`;
}

const EARLIER =
  'If the earlier state is archived, add a tombstone with path: . that says where, with the digest of the archive.';

const isComplete = (stone: Entry | undefined): boolean =>
  stone !== undefined &&
  isDay(stone.data['retired_on']) &&
  textAt(stone.data, 'archived_at') !== null &&
  /^[0-9a-f]{64}$/.test(String(stone.data['digest']));
