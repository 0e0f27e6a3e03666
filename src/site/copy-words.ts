import { audiencesOf } from '../domain/audiences/readers.ts';
import type { Handbook } from './handbook.ts';

type Copy = Pick<Handbook, 'audience' | 'documents' | 'corpus'>;

/** For whom the pages are, how much of the handbook they are, and how to get others: for whoever runs the program. */
export function copyWords({ audience, documents, corpus }: Copy): string {
  const typed = commandTyped();
  const others = audiencesOf(corpus)
    .map(({ name }) => name)
    .filter((name) => name !== audience?.name);
  const { shown, all } = documents;
  if (audience === null)
    return `All ${all} documents, for authors. What one audience will see: ${typed} --audience ${others[0] ?? 'NAME'}`;
  const next =
    others.length === 0 ? '' : ` Another copy: ${typed} --audience NAME, for ${others.join(', ')}.`;
  return `The copy for ${audience.name} holds ${shown} of ${all} documents.${next}`;
}

/** The command that was typed, as far as npm tells, ready for an option. */
function commandTyped(): string {
  const script = process.env['npm_lifecycle_event'];
  return script === 'start' ? 'npm start --' : `npm run ${script === 'dev' ? 'dev' : 'build'} --`;
}

/** For whom the pages are, as every page says. */
export const copyLine = ({ audience }: Pick<Handbook, 'audience'>): string =>
  audience === null
    ? 'All documents, as their authors see them: this is no copy for readers'
    : `Copy for ${audience.name}`;

/** Whether the pages lack documents that others may read: then "none" is true of the copy alone. */
export const isPart = ({ documents }: Partial<Pick<Handbook, 'documents'>>): boolean =>
  documents !== undefined && documents.shown < documents.all;

/** What a page says where it has nothing to show: that there is nothing yet, or nothing in this copy. */
export const emptyWords = (words: string, book: Partial<Pick<Handbook, 'documents'>>): string =>
  isPart(book) ? words.replace(/ yet(?=\.?$)/, ' in this copy') : words;
