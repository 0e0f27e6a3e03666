import { program } from '../../domain/commands/define.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import type { FileChange } from '../../workspace/refactor/change-set.ts';
import { type Voided, voidedBy } from '../../workspace/refactor/voided.ts';
import { count } from '../reporters/report.ts';

/** What people have said of the texts that change, which no longer holds, and how it is said again. */
export const voidedNotes = (
  before: Workspace,
  after: Workspace,
  changes: readonly FileChange[],
): string[] => wordsOf(voidedBy(before, after, changes));

function wordsOf({ reviews, acceptances, drills, summaries, exit }: Voided): string[] {
  const byPerson = Map.groupBy(acceptances, ({ by }) => by);
  return [
    ...(reviews.length === 0
      ? []
      : [
          `It voids ${count(reviews.length, 'review')}, as the digest is of the id and the links too. Read what changed, then: ${program} review ${reviews.join(' ')} --by PERSON`,
        ]),
    ...[...byPerson].map(
      ([by, all]) =>
        `It voids ${count(all.length, 'acceptance')}. To renew: ${program} accept ${all.map(({ document }) => document).join(' ')} --by ${by}`,
    ),
    ...(drills.length === 0
      ? []
      : [
          `${count(drills.length, 'drill')} will speak for an earlier text, and no command can say otherwise: ${drills.join(', ')}. Drill again before the next gate, or keep the change for after it.`,
        ]),
    ...(summaries.length === 0
      ? []
      : [
          `It voids the signature under ${summaries.length === 1 ? 'a weekly summary' : `${summaries.length} weekly summaries`}. To renew: ${summaries.map((id) => `${program} sign ${id} --by SPONSOR`).join('; ')}`,
        ]),
    ...(exit
      ? ['The exit is signed, and its signature is of every byte. It has to be signed again.']
      : []),
  ];
}
