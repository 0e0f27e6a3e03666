import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { addDays, isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';
import { noWitness } from './history.ts';
import { namesDay, sectionText } from './words.ts';

/** Days after kickoff in which a handbook may still be begun, so that its history tells the rest. */
const BEGINNING = 30;

/** What is known of how the exit day came to be what it is. */
export type ExitDay =
  | { readonly state: 'kept' | 'recorded'; readonly words: string; readonly path?: string }
  | { readonly state: 'moved'; readonly before: string }
  | { readonly state: 'unknown'; readonly why: string };

/** Whether the exit day was moved, and whether the charter or a decision says so. */
export function exitDayOf(context: StandardContext, kickoff: string, exit: string): ExitDay {
  const charters = entriesOf(context.corpus, 'engagement-charter');
  const record = recordOf(exit, charters, context);
  if (record) {
    const words = `the exit day ${exit} is recorded in "${textAt(record.data, 'title') ?? record.id}"`;
    return { state: 'recorded', words, path: record.path };
  }
  const before = earlierDay(exit, charters, context);
  if (before !== null) return { state: 'moved', before };
  const why = noWitness(context, addDays(kickoff, BEGINNING));
  return why === null
    ? { state: 'kept', words: `the exit day has been ${exit} since ${context.git.begins}` }
    : { state: 'unknown', why };
}

/** The charter that lists the day among its changes, or the accepted decision that states it. */
function recordOf(
  exit: string,
  charters: readonly Entry[],
  { corpus, treeOf }: StandardContext,
): Entry | undefined {
  const says = (entry: Entry, section: string) =>
    namesDay(sectionText(treeOf(entry), section) ?? '', exit);
  return (
    charters.find((entry) => says(entry, 'Changes to this charter')) ??
    entriesOf(corpus, 'adr').find(
      (entry) =>
        entry.data['status'] === 'accepted' &&
        /\bexit\b/i.test(`${entry.data['title']} ${entry.data['summary']}`) &&
        says(entry, 'Decision outcome'),
    )
  );
}

/** Another exit day that stood in engagement.yaml or in a charter before; the last one. */
function earlierDay(
  exit: string,
  charters: readonly Entry[],
  { git }: StandardContext,
): string | null {
  const paths = ['engagement.yaml', ...charters.map(({ path }) => path)];
  const written = paths.flatMap((path) =>
    git.versions(path).map((version) => EXIT_ON.exec(git.textOf(version) ?? '')?.[1]),
  );
  const retired = charters
    .filter(({ data }) => data['status'] === 'retired')
    .map(({ data }) => data['exit_on']);
  return [...written, ...retired].filter(isDay).find((day) => day !== exit) ?? null;
}

const EXIT_ON = /^exit_on:\s*["']?(\d{4}-\d{2}-\d{2})/m;
