import { type Corpus, type Entry, engagementData } from '../graph/corpus.ts';
import { rowsAt, textAt } from '../graph/fields.ts';
import { isUnfinished } from '../graph/imported.ts';

/** A group of readers; each gets a copy of its own. */
export interface Audience {
  readonly name: string;
  readonly description: string | null;
}

/** The groups of readers that `engagement.yaml` names, in its order. */
export const audiencesOf = (corpus: Corpus): Audience[] =>
  rowsAt(engagementData(corpus), 'audiences').flatMap((row) => {
    const name = textAt(row, 'name');
    return name === null ? [] : [{ name, description: textAt(row, 'description') }];
  });

/**
 * Whether a group of readers may see an entry. A document that does not say for whom it is, is for nobody;
 * a record says nothing of the kind, and is for whoever may see what it is about.
 */
export function isFor(entry: Entry, group: string): boolean {
  const groups = entry.data['audience'];
  return Array.isArray(groups) ? groups.includes(group) : entry.type.format === 'yaml';
}

/**
 * Whether the copy of a group holds an entry: it is for them, or it was brought in and does not say yet for
 * whom it is, and engagement.yaml gives such documents to them.
 */
export const isIn = (entry: Entry, group: string, corpus: Corpus): boolean =>
  isFor(entry, group) ||
  (entry.data['audience'] === undefined &&
    textAt(engagementData(corpus), 'imported.audience') === group &&
    isUnfinished(entry));

/** Documents, which have readers of their own; records follow them. */
export const documentsOf = (corpus: Corpus): Entry[] =>
  corpus.entries.filter(({ type }) => type.format === 'mdx');

/** The group that may read the fewest documents, the first of several; null where no group is named. */
export function narrowestAudience(corpus: Corpus): Audience | null {
  const documents = documentsOf(corpus);
  const sizes = audiencesOf(corpus).map((audience) => ({
    audience,
    size: documents.filter((entry) => isIn(entry, audience.name, corpus)).length,
  }));
  return sizes.toSorted((a, b) => a.size - b.size)[0]?.audience ?? null;
}
