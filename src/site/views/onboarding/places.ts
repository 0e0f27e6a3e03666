import { type Corpus, type Entry, entriesOf } from '../../../domain/graph/corpus.ts';
import { once } from '../../../domain/graph/once.ts';
import type { Route } from '../../onboarding/journey.ts';
import { livePaths, pathView } from './path.ts';

/** A document's place in a path. */
export interface Place {
  readonly number: number;
  /** Steps of the whole path. */
  readonly of: number;
  readonly key: string;
  readonly why: string | null;
  readonly check: string;
  readonly route: Route;
}

/** The places of a document in all paths that lead to it. */
export interface Places {
  readonly handbook: string;
  readonly places: readonly Place[];
}

/** A page carries no more places than this. */
const MOST = 6;

/** Where a document stands in the paths of the copy, or null where no path leads to it. */
export function placesOf(entry: Entry, corpus: Corpus): Places | null {
  const known = allPlaces(corpus).get(entry.id);
  return known ? { ...known, places: known.places.slice(0, MOST) } : null;
}

const allPlaces = once((corpus: Corpus): ReadonlyMap<string, Places> => {
  const found = new Map<string, { handbook: string; places: Place[] }>();
  for (const entry of livePaths(entriesOf(corpus, 'onboarding-path'))) {
    const { handbook, path, title, href, steps, hasChange, listed } = pathView(entry, corpus);
    const route = { path, title, href, steps, hasChange };
    for (const { number, why, check, open } of listed) {
      if (!open) continue;
      const id = open.key.replace(/~\d+$/, '');
      const known = found.get(id) ?? { handbook, places: [] };
      found.set(id, known);
      known.places.push({ number, of: listed.length, key: open.key, why, check, route });
    }
  }
  return found;
});
