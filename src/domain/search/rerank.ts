import type { Asked } from './ask.ts';
import { type PageFile, type Place, placesOf } from './page-file.ts';
import { stopWords } from './stop-words.ts';

/** How the words that were asked for stand on a page. */
export interface Standing {
  /** The share of them that stands near together, by how telling they are. */
  readonly together: number;
  /** The share of neighbours in the query that are neighbours here. */
  readonly inOrder: number;
  readonly places: readonly Place[];
  /** The number of the place where most of them stand together; -1 where none does. */
  readonly best: number;
  readonly isHit: (place: Place) => boolean;
}

/** So many words are a paragraph. */
const WINDOW = 40;

/** Looks how what was asked stands in the text of a page. */
export function standingOf(
  file: PageFile,
  asked: readonly Asked[],
  idfOf: (one: Asked) => number,
): Standing {
  const places = placesOf(file.content);
  const counting = asked.filter(({ counts }) => counts);
  const groups = new Map<string, number>();
  counting.forEach(({ spellings }, group) => {
    for (const { term } of spellings) if (!groups.has(term)) groups.set(term, group);
  });
  const wholes = new Set(
    asked
      .filter(({ counts }) => !counts)
      .flatMap(({ spellings }) => spellings.map(({ term }) => term)),
  );
  const idfs = counting.map(idfOf);
  const groupsAt = places.map(({ terms }) => [
    ...new Set(terms.map((term) => groups.get(term)).filter((group) => group !== undefined)),
  ]);
  const { share, best } = densest(groupsAt, idfs);
  return {
    together: share,
    inOrder: orderShare(places, groupsAt, counting.length, idfs),
    places,
    best,
    isHit: ({ terms }) => terms.some((term) => groups.has(term) || wholes.has(term)),
  };
}

/** The stretch of text that holds most of the groups, by their weight. */
function densest(groupsAt: readonly (readonly number[])[], idfs: readonly number[]) {
  const all = idfs.reduce((sum, idf) => sum + idf, 0) || 1;
  const inside = new Int32Array(idfs.length);
  let sum = 0;
  let most = 0;
  let best = -1;
  for (let at = 0; at < groupsAt.length; at += 1) {
    for (const group of groupsAt[at] ?? []) {
      if (inside[group] === 0) sum += idfs[group] ?? 0;
      inside[group] = (inside[group] ?? 0) + 1;
    }
    for (const group of groupsAt[at - WINDOW] ?? []) {
      inside[group] = (inside[group] ?? 0) - 1;
      if (inside[group] === 0) sum -= idfs[group] ?? 0;
    }
    if (sum > most + 1e-9) {
      most = sum;
      best = at;
    }
  }
  if (best === -1) return { share: 0, best };
  let first = best;
  for (let at = Math.max(0, best - WINDOW + 1); at <= best; at += 1)
    if ((groupsAt[at]?.length ?? 0) > 0) {
      first = at;
      break;
    }
  return { share: Math.min(1, most / all), best: first };
}

/** How many of the neighbours in the query stand as neighbours in the text; words that say nothing may stand between. */
function orderShare(
  places: readonly Place[],
  groupsAt: readonly (readonly number[])[],
  size: number,
  idfs: readonly number[],
): number {
  if (size < 2) return 0;
  const found = new Set<number>();
  let before: readonly number[] = [];
  for (let at = 0; at < groupsAt.length; at += 1) {
    const groups = groupsAt[at] ?? [];
    if (groups.length === 0) {
      if (!places[at]?.terms.every((term) => stopWords.has(term))) before = [];
      continue;
    }
    for (const group of groups)
      if (before.includes(group - 1) || groups.includes(group - 1)) found.add(group);
    before = groups;
  }
  let sum = 0;
  let all = 0;
  for (let group = 1; group < size; group += 1) {
    const weight = (idfs[group] ?? 0) + (idfs[group - 1] ?? 0);
    all += weight;
    if (found.has(group)) sum += weight;
  }
  return all > 0 ? sum / all : 0;
}
