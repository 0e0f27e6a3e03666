import { templatePlaces } from '../../domain/checks/rules/template-words.ts';
import type { Entry } from '../../domain/graph/corpus.ts';

/** What is unfinished about a document that somebody is about to vouch for, one sentence each. */
export function unfinished(entry: Entry): string[] {
  const places = [...templatePlaces(entry)].map(({ name }) => name).join(', ');
  return [
    ...(entry.data['status'] === 'draft'
      ? [`${entry.path} is still a draft, and another status voids this.`]
      : []),
    ...(places === ''
      ? []
      : [`${entry.path} still holds words of the template ("To write") in: ${places}.`]),
  ];
}
