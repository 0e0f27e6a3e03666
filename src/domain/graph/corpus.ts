import type { Outline } from '../body/outline.ts';
import type { TypeDefinition } from '../documents/define.ts';
import type { Sighting } from '../identifiers/sightings.ts';
import type { Problem } from '../problems/problem.ts';

/** One document or record as it was read; frontmatter is not validated yet. */
export interface Entry {
  /** Folder and slug, such as `runbooks/hl7-feed-stalled`; the one identity of the document. */
  readonly id: string;
  readonly type: TypeDefinition;
  /** Path inside the content folder, with forward slashes. */
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** False when the frontmatter could not be read at all: then its fields say nothing. */
  readonly readable: boolean;
  /** Facts about the body; null for records and for bodies that do not parse. */
  readonly outline: Outline | null;
  /** The source of the body, without frontmatter. */
  readonly body: string;
  /** The line of the file on which the body begins; absent on records. */
  readonly bodyLine?: number;
  /** What looks like an identifier of a person; absent where nothing does. */
  readonly sightings?: readonly Sighting[];
}

/** Everything that was read from a content folder: the same value for site and command line. */
export interface Corpus {
  /** Sorted by path. */
  readonly entries: readonly Entry[];
  /** The first entry of each id. */
  readonly byId: ReadonlyMap<string, Entry>;
  /** Paths of all other files that documents may link to or show. */
  readonly assets: ReadonlySet<string>;
  /** What looks like an identifier of a person in such files and in their names, by path. */
  readonly sightings?: ReadonlyMap<string, readonly Sighting[]>;
  /** What was found while reading. */
  readonly problems: readonly Problem[];
}

/** The name that lists and links show for an entry. */
export function titleOf(entry: Entry): string {
  const title = entry.data[entry.type.titleField];
  return typeof title === 'string' && title.trim() !== '' ? title : slugOf(entry);
}

/** The one-sentence summary of an entry, or null. */
export function summaryOf(entry: Entry): string | null {
  const summary = entry.type.summaryField === null ? null : entry.data[entry.type.summaryField];
  return typeof summary === 'string' && summary !== '' ? summary : null;
}

/** The id without its folder. */
export const slugOf = (entry: Entry): string =>
  entry.type.folder === '' ? entry.id : entry.id.slice(entry.type.folder.length + 1);

/** The folders between that of its type and an entry, such as `platform/data`; empty where there are none. */
export const folderOf = (entry: Entry): string =>
  slugOf(entry).slice(0, Math.max(0, slugOf(entry).lastIndexOf('/')));

/** Entries of one type, by path. */
export const entriesOf = (corpus: Corpus, typeName: string): Entry[] =>
  corpus.entries.filter((entry) => entry.type.name === typeName);

/** The facts of `engagement.yaml`, or an empty record where it is missing. */
export const engagementData = (corpus: Corpus): Readonly<Record<string, unknown>> =>
  corpus.byId.get('engagement')?.data ?? {};

/**
 * Ids of files that are there and could not be taken in, each of which has a problem of its own; so a
 * link to one is not dead.
 */
export const unreadIds = (corpus: Corpus): ReadonlySet<string> => {
  const ids = corpus.problems.map(({ path }) => path.replace(/\.[^./]+$/, ''));
  return new Set(ids.filter((id) => !corpus.byId.has(id)));
};
