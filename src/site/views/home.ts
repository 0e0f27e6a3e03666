import { type SectionName, sections } from '../../domain/documents/define.ts';
import { indexAddress } from '../../domain/graph/addresses.ts';
import { isPart } from '../copy-words.ts';
import type { Handbook } from '../handbook.ts';
import { type ExitState, exitState } from './exit-state.ts';
import { type ByType, groupByType, listedTypes, sectionsShown } from './navigation.ts';
import { overviewsOf } from './overviews.ts';
import { lacksClock, type Ramp, rampOf } from './ramp.ts';
import { isEmptyNote, type ReaderDoor, readerDoors } from './readers.ts';

/** The home page: the state of the exit, a door for each sort of reader, and every part of the handbook. */
export interface HomeView {
  readonly ramp: Ramp | null;
  /** The ramp is missing because nothing says which day it is. */
  readonly noClock: boolean;
  readonly exit: ExitState;
  readonly readers: readonly ReaderDoor[];
  readonly doors: readonly Door[];
}

interface Door {
  readonly id: SectionName;
  readonly title: string;
  readonly types: readonly {
    readonly label: string;
    readonly href: string;
    /** How many documents are behind it; null for a page that is drawn from the graph. */
    readonly count: number | null;
    readonly purpose: string;
  }[];
}

/** The view of the home page. */
export function homeView(
  handbook: Pick<Handbook, 'corpus' | 'graph' | 'asOf'> &
    Partial<Pick<Handbook, 'readiness' | 'documents'>>,
): HomeView {
  const { corpus, asOf } = handbook;
  const byType = groupByType(corpus);
  return {
    ramp: rampOf(corpus, asOf),
    noClock: lacksClock(corpus, asOf),
    ...(isPart(handbook) ? partView(handbook, byType) : wholeView(handbook, byType)),
  };
}

type Book = Parameters<typeof homeView>[0];
type Parts = Pick<HomeView, 'exit' | 'readers' | 'doors'>;

const wholeView = (book: Book, byType: ByType): Parts => ({
  exit: exitState(book, byType),
  readers: readerDoors({ ...book, byType }),
  doors: sectionDoors(byType),
});

/** In a copy that lacks documents no door leads to an empty room, and nothing is said to be open nowhere. */
function partView(book: Book, byType: ByType): Parts {
  const { exit, readers, doors } = wholeView(book, byType);
  return {
    exit: { lines: exit.lines.filter(({ mark }) => mark.tone !== 'quiet') },
    readers: readers
      .map((door) => ({ ...door, items: door.items.filter(({ note }) => !isEmptyNote(note)) }))
      .filter(({ items }) => items.length > 0),
    doors: doors
      .map((door) => ({ ...door, types: door.types.filter(({ count }) => count !== 0) }))
      .filter(({ id }) => sectionsShown(book).has(id)),
  };
}

/** The doors to all types and overviews, by section. */
const sectionDoors = (byType: ByType): Door[] =>
  Object.entries(sections).map(([id, title]) => ({
    id: id as SectionName,
    title,
    types: [
      ...listedTypes
        .filter((type) => type.section === id)
        .map((type) => ({
          label: type.plural,
          href: indexAddress(type),
          count: byType.get(type.name)?.length ?? 0,
          purpose: type.purpose,
        })),
      ...overviewsOf(id as SectionName).map((page) => ({
        label: page.title,
        href: page.address,
        count: null,
        purpose: page.purpose,
      })),
    ],
  }));
