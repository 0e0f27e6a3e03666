import { aliasesOf } from '../graph/addresses.ts';
import { type Corpus, type Entry, slugOf, titleOf } from '../graph/corpus.ts';
import type { Graph } from '../graph/graph.ts';
import { type Addresses, addressesOf } from './addresses.ts';
import { textFieldsOf } from './fields.ts';
import { type Phrases, phrasesOf, wordsOf } from './phrases.ts';
import { isIn } from './readers.ts';

/** What a group of readers may not see. */
export interface Hidden {
  readonly entries: ReadonlySet<Entry>;
  /** The names of those entries: ids, old addresses, and titles that can be told from ordinary words. */
  readonly names: Phrases;
  /** Those of the names that say without doubt that there is such a page. */
  readonly addresses: Addresses;
}

/** Records that are in every copy, without the fields that name something hidden. */
const kept: ReadonlySet<string> = new Set(['engagement', 'person', 'sign-off']);

/** Whether a record is in every copy. */
export const isKept = ({ type }: Entry): boolean => kept.has(type.name);

/** Nothing that no copy may hold. */
const nothing: ReadonlySet<Entry> = new Set();

/**
 * The documents that a group may not read or that are `leftOut` of every copy, and the records that are about one of them: they refer to it,
 * or to such a record, or say its name.
 */
export function hiddenFrom(
  corpus: Corpus,
  graph: Graph,
  group: string,
  leftOut: ReadonlySet<Entry> = nothing,
): Hidden {
  const entries = new Set(
    corpus.entries.filter((entry) => leftOut.has(entry) || !isIn(entry, group, corpus)),
  );
  const records = corpus.entries.filter((entry) => entry.type.format === 'yaml' && !isKept(entry));
  if (entries.size > 0) {
    const dangling = new Set(graph.dangling.map(({ from }) => from));
    for (const record of records)
      if (speaksOfGone(record) || dangling.has(record)) entries.add(record);
  }
  for (;;) {
    hideReferring(entries, graph);
    const names = phrasesOf(namesOf(corpus, entries));
    const before = entries.size;
    for (const record of records)
      if (
        !entries.has(record) &&
        textFieldsOf([record.path, record.data]).some(({ text }) => names.isIn(text))
      )
        entries.add(record);
    if (entries.size === before) return { entries, names, addresses: addressesOf(entries) };
  }
}

/** Whether a record is about something that is not there any more, so that nobody can tell who might read it. */
const speaksOfGone = ({ type, readable }: Entry): boolean => type.name === 'tombstone' || !readable;

function hideReferring(entries: Set<Entry>, graph: Graph): void {
  // A set that grows while it is walked: what was added is walked too.
  for (const entry of entries)
    for (const { from } of graph.incoming(entry))
      if (from.type.format === 'yaml' && !isKept(from)) entries.add(from);
}

/** Titles with fewer words or letters are words that anybody may use, such as "Interface engineer". */
const DISTINCT = { words: 3, letters: 12 };

function* namesOf(corpus: Corpus, hidden: ReadonlySet<Entry>): Iterable<string> {
  const open = new Set(
    corpus.entries
      .filter((entry) => !hidden.has(entry))
      .map((entry) => wordsOf(titleOf(entry)).join(' ')),
  );
  for (const entry of hidden) {
    yield entry.id;
    yield* aliasesOf(entry);
    for (const name of [titleOf(entry), slugOf(entry)]) {
      const words = wordsOf(name);
      const text = words.join(' ');
      if (words.length < DISTINCT.words || text.length < DISTINCT.letters) continue;
      if (!open.has(text)) yield text;
    }
  }
}
