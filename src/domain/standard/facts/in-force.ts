import { type Corpus, type Entry, entriesOf } from '../../graph/corpus.ts';

/** Entries of a type that can be read and are not retired; drafts are among them. */
export const inForce = (corpus: Corpus, typeName: string): Entry[] =>
  entriesOf(corpus, typeName).filter(
    ({ readable, data }) => readable && data['status'] !== 'retired',
  );
