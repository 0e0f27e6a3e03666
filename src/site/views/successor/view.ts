import { fileText } from '../../assets.ts';
import type { Handbook } from '../../handbook.ts';
import { groupByType } from '../navigation.ts';
import { baselines, contracts, firstDays, people, promises } from './duties.ts';
import { type Book, type Part, WORDS_A_MINUTE } from './parts.ts';
import { architectureRead, livingDecisions, loadBearing, quirks } from './systems.ts';

/** The way into a handbook for whoever takes over the technology, from the architecture read on. */
export interface SuccessorView {
  readonly parts: readonly (Part & { readonly minutes: number })[];
  readonly minutes: number;
  readonly wordsAMinute: number;
}

/** The view of a whole handbook or of what its readers may see. */
export const successorView = (handbook: Handbook): SuccessorView => {
  const { corpus, graph, asOf, readiness, standard, documents } = handbook;
  const read = (path: string) => fileText(handbook, path);
  return readingOrder({
    ...{ corpus, graph, asOf, readiness, standard, documents },
    byType: groupByType(corpus),
    fileText: read,
  });
};

/** Everything that a successor reads, in its order. */
export function readingOrder(book: Book): SuccessorView {
  const parts = [
    architectureRead,
    loadBearing,
    livingDecisions,
    quirks,
    baselines,
    contracts,
    people,
    promises,
    firstDays,
  ].map((part) => timed(part(book)));
  const minutes = parts.reduce((sum, part) => sum + part.minutes, 0);
  return { parts, minutes, wordsAMinute: WORDS_A_MINUTE };
}

const timed = (part: Part): SuccessorView['parts'][number] => ({
  ...part,
  minutes: part.readings.reduce((sum, { minutes }) => sum + minutes, 0),
});
