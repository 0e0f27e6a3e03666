import { type Corpus, entriesOf, slugOf } from '../../domain/graph/corpus.ts';
import { textAt, textsOf } from '../../domain/graph/fields.ts';
import type { Person } from '../../domain/import/fields/people.ts';

/** The people of a handbook, as names in sources are matched to them. */
export const peopleOf = (corpus: Corpus): Person[] =>
  entriesOf(corpus, 'person').map((entry) => ({
    slug: slugOf(entry),
    name: textAt(entry.data, 'name') ?? '',
    email: textAt(entry.data, 'email') ?? undefined,
    handles: textsOf(entry.data, 'handles'),
  }));
