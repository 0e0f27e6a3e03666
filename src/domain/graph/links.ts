import type { Link } from '../body/outline.ts';
import { type Target, targetOf } from '../body/target.ts';
import { ofEntry } from './once.ts';

/** A link of a text and what it points at. */
export interface AimedLink extends Link {
  readonly target: Target;
}

/** The links in the text of an entry, in order. */
export const linksOf = ofEntry((entry): readonly AimedLink[] =>
  (entry.outline?.links ?? []).map((link) => ({ ...link, target: targetOf(link.url, entry.path) })),
);
