import type { Corpus, Entry } from '../../graph/corpus.ts';
import { textAt, textsOf } from '../../graph/fields.ts';
import { inForce } from './in-force.ts';
import { pairsOf } from './places.ts';

const ONLY_ACCESS =
  /\b(invit(e|es|ed|ation)|admin(istrator)? (access|rights?|role|seat)|collaborator)\b/i;

const CHANGED_HANDS =
  /\b(transfer|moved?|created in|assigned|invoice|audit log|owner(ship)? (changed|since)|registrar)/i;

/** Whether a proof of a transfer shows no more than that somebody may open the thing. */
export const showsOnlyAccess = (proof: string): boolean =>
  ONLY_ACCESS.test(proof) && !CHANGED_HANDS.test(proof);

/** A repository that a system names and no asset lists. */
export interface Unlisted {
  readonly system: Entry;
  readonly index: number;
  readonly repo: string;
}

/** The repositories of systems that lie at no location of an asset, each once. */
export function unlistedRepositories(assets: readonly Entry[], corpus: Corpus): Unlisted[] {
  const known = new Set(assets.flatMap(({ data }) => pairsOf(textAt(data, 'location') ?? '')));
  const unlisted: Unlisted[] = [];
  for (const system of inForce(corpus, 'system')) {
    for (const [index, repo] of textsOf(system.data, 'repos').entries()) {
      const pair = pairsOf(repo).at(-1);
      if (pair === undefined || known.has(pair)) continue;
      known.add(pair);
      unlisted.push({ system, index, repo });
    }
  }
  return unlisted;
}
