import { isLiving } from '../../domain/graph/responsibilities.ts';
import { countsOf } from '../../domain/readiness/counts.ts';
import type { Handbook } from '../handbook.ts';
import { actionsView } from './actions.ts';
import type { ByType } from './navigation.ts';
import { overviews } from './overviews.ts';
import { isStranded } from './ownership.ts';
import { waitingMemos } from './readers.ts';
import type { Mark } from './words.ts';

/** What stands between today and the exit, each with the page that shows it. */
export interface ExitState {
  readonly lines: readonly { readonly href: string; readonly mark: Mark }[];
}

type Book = Pick<Handbook, 'corpus' | 'graph' | 'asOf'> & Partial<Pick<Handbook, 'readiness'>>;

/** What is due before the exit, in at most five lines. */
export function exitState(book: Book, byType: ByType): ExitState {
  const { overdue } = actionsView(book);
  const waiting = waitingMemos(byType).length;
  const { corpus } = book;
  const stranded = corpus.entries.filter(
    (entry) => isLiving(entry) && isStranded(entry, book),
  ).length;
  return {
    lines: [
      ...standing(book.readiness ?? null),
      line(overviews.actions.address, overdue, 'bad', ['action overdue', 'actions overdue']),
      line('/memos/', waiting, 'attention', [
        'memo waits for a decision',
        'memos wait for a decision',
      ]),
      ...(stranded === 0
        ? []
        : [
            line(`${overviews.ownership.address}#without-successor`, stranded, 'attention', [
              'document without a successor',
              'documents without a successor',
            ]),
          ]),
    ],
  };
}

/** What fails of the standard today; nothing without a day. */
function standing(readiness: Handbook['readiness']): ExitState['lines'] {
  if (readiness === null) return [];
  const { errors, undecided } = countsOf(readiness);
  const { address } = overviews.readiness;
  const lines = [line(address, errors, 'bad', ['error for the exit', 'errors for the exit'])];
  return undecided === 0
    ? lines
    : [...lines, line(address, undecided, 'attention', ['rule undecided', 'rules undecided'])];
}

const line = (
  href: string,
  count: number,
  tone: Mark['tone'],
  [one, many]: readonly [string, string],
): ExitState['lines'][number] => ({
  href,
  mark:
    count === 0
      ? { text: `No ${one}`, tone: 'quiet' }
      : { text: `${count} ${count === 1 ? one : many}`, tone },
});
