import type { Corpus, Entry } from '../graph/corpus.ts';
import { type Graph, mention } from '../graph/graph.ts';
import type { FieldPath } from '../problems/problem.ts';
import { textFieldsOf } from './fields.ts';
import { filesNamed, filesOf } from './files.ts';
import { type Hidden, hiddenFrom, isKept } from './hidden.ts';
import { plainOf } from './plain.ts';
import { type Audience, documentsOf } from './readers.ts';

/** What one group of readers may see of a corpus. */
export interface Cut {
  readonly audience: Audience;
  /** The corpus without what is hidden, and without the fields and links that lead there. */
  readonly corpus: Corpus;
  readonly hidden: Hidden;
  /** How many documents are in the copy, and how many there are. */
  readonly documents: { readonly shown: number; readonly all: number };
  /** The entry as it was before anything was taken out of it. */
  original(entry: Entry): Entry;
}

/** The text of a file of the content folder; null where it is none or too long to be searched. */
type TextOf = (path: string) => string | null;

/**
 * The copy of a corpus for a group of readers, without what is `leftOut` of every copy; the corpus itself where
 * they may see everything.
 */
export function cutFor(
  corpus: Corpus,
  graph: Graph,
  audience: Audience,
  textOf: TextOf,
  leftOut?: ReadonlySet<Entry>,
): Cut {
  const all = documentsOf(corpus).length;
  const hidden = hiddenFrom(corpus, graph, audience.name, leftOut);
  if (hidden.entries.size === 0) {
    const documents = { shown: all, all };
    return { audience, corpus, hidden, documents, original: (entry) => entry };
  }
  const files = filesLeft(corpus, hidden, textOf);
  const originals = new Map<Entry, Entry>();
  const entries = corpus.entries
    .filter((entry) => !hidden.entries.has(entry))
    .map((entry) => {
      const made = cutEntry(entry, graph, hidden, files);
      originals.set(made, entry);
      return made;
    });
  const cut = corpusOf(corpus, entries, files);
  return {
    audience,
    corpus: cut,
    hidden,
    documents: { shown: documentsOf(cut).length, all },
    original: (entry) => originals.get(entry) ?? entry,
  };
}

function corpusOf(
  { problems }: Corpus,
  entries: readonly Entry[],
  assets: ReadonlySet<string>,
): Corpus {
  const paths = new Set(entries.map(({ path }) => path));
  return {
    entries,
    byId: new Map(entries.toReversed().map((entry) => [entry.id, entry])),
    assets,
    problems: problems.filter(({ path }) => paths.has(path) || assets.has(path)),
  };
}

/** Records whose files speak of the handbook as a whole: lists of every document, and of what was found in them. */
const ofTheWhole: ReadonlySet<string> = new Set(['sign-off', 'proof']);

/**
 * Files that a copy may hold. What a document uses is its author's choice; what only a record names must
 * not speak of anything hidden, as far as it can be read.
 */
function filesLeft(corpus: Corpus, { entries, names }: Hidden, textOf: TextOf): Set<string> {
  const files = new Set<string>();
  const shown = corpus.entries.filter((entry) => !entries.has(entry));
  for (const entry of shown) {
    const used = filesOf(entry).filter((file) => corpus.assets.has(file));
    if (entry.type.format === 'mdx') for (const file of used) files.add(file);
    else if (!ofTheWhole.has(entry.type.name))
      for (const file of used)
        if (!names.isIn(file) && !names.isIn(textOf(file) ?? file)) files.add(file);
  }
  return files;
}

function cutEntry(entry: Entry, graph: Graph, hidden: Hidden, files: ReadonlySet<string>): Entry {
  const edges = graph.outgoing(entry).filter(({ to }) => hidden.entries.has(to));
  const fields = edges.flatMap(({ relation, position }) =>
    relation !== mention && position.kind === 'field' ? [position.path] : [],
  );
  const gone = [
    ...fields,
    ...filesNamed(entry).flatMap(({ path, file }) => (files.has(file) ? [] : [path])),
    ...fieldsNaming(entry.data, isKept(entry) ? hidden.names.isIn : isAddressIn(hidden)),
  ];
  const links = new Set(
    edges.flatMap(({ position }) =>
      position.kind === 'source' ? [`${position.line}:${position.column}`] : [],
    ),
  );
  if (gone.length === 0 && links.size === 0) return entry;
  const outline = entry.outline && {
    ...entry.outline,
    links: entry.outline.links.filter(({ line, column }) => !links.has(`${line}:${column}`)),
  };
  return { ...entry, outline, data: without(entry.data, gone) as Entry['data'] };
}

const isAddressIn =
  ({ addresses }: Hidden) =>
  (text: string): boolean =>
    addresses.in(plainOf(text)).length > 0;

/** Places of the texts that name something hidden. */
const fieldsNaming = (data: Entry['data'], names: (text: string) => boolean): FieldPath[] =>
  textFieldsOf(data).flatMap(({ path, text }) => (names(text) ? [path] : []));

/** A value without what stands at some paths; lists lose the item. */
function without(value: unknown, paths: readonly FieldPath[]): unknown {
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const below = Map.groupBy(paths, ([head]) => String(head));
  const left = Object.entries(value)
    .filter(([key]) => !(below.get(key) ?? []).some(({ length }) => length === 1))
    .map(
      ([key, item]) =>
        [
          key,
          without(
            item,
            (below.get(key) ?? []).map((path) => path.slice(1)),
          ),
        ] as const,
    );
  return Array.isArray(value) ? left.map(([, item]) => item) : Object.fromEntries(left);
}
