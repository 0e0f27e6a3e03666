import { type Audience, audiencesOf, narrowestAudience } from '../domain/audiences/readers.ts';
import type { Corpus } from '../domain/graph/corpus.ts';
import { suggest } from '../domain/problems/suggest.ts';

/** A group of readers that is not there; its message is for the person who named it. */
export class AudienceError extends Error {}

/**
 * The group of readers that a copy is made for: the one asked for, else the narrowest. Null where
 * engagement.yaml names none, which the check refuses. Throws AudienceError for an unknown one.
 */
export function audienceAsked(corpus: Corpus, asked: string | undefined): Audience | null {
  if (asked === undefined || asked === '') return narrowestAudience(corpus);
  const audiences = audiencesOf(corpus);
  const found = audiences.find(({ name }) => name === asked);
  if (found) return found;
  const names = audiences.map(({ name }) => name);
  if (names.length === 0)
    throw new AudienceError(
      `There is no copy for ${JSON.stringify(asked)}: engagement.yaml names no audiences.`,
    );
  const near = suggest(asked, names);
  throw new AudienceError(
    `engagement.yaml names no audience ${JSON.stringify(asked)}${near === null ? '' : `; did you mean ${near}?`}\n` +
      `Its audiences are: ${names.join(', ')}.`,
  );
}
