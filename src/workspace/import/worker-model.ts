import type { Person } from '../../domain/import/fields/people.ts';
import type { FilledDocument } from '../../domain/import/fields/relations.ts';
import type { FileFate, LinkFacts, LinkOutcome } from '../../domain/import/links/model.ts';
import type { Detection, Dialect, FileFacts, Listed } from '../../domain/import/model.ts';
import type { Proof } from '../../domain/import/proof/proof.ts';
import type { Reading } from '../reading.ts';
import type { Form } from './compose.ts';

/** A source of this import. */
export interface SourceOrder {
  /** Absolute path. */
  readonly path: string;
  /** What its documents remember it by. */
  readonly name: string;
  /** What its paths begin with where several sources link to each other; empty for a single one. */
  readonly prefix: string;
}

/** A file of a source. */
export interface FileOrder {
  /** Which source, by its place in the order. */
  readonly source: number;
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** A document of a source as it was read; its text stays where it was read. */
export interface Noticed extends FileOrder {
  /** `<source name>/<path>`. */
  readonly from: string;
  readonly dialect: Dialect;
  readonly digest: string;
  /** As its source's list has it, else its head, else its first heading. */
  readonly title: string | null;
  readonly detection: Detection;
}

/** A file that is no document, or could not be read, and why. */
export interface Unread extends FileOrder {
  readonly from: string;
  /** Null for a file that is no document. */
  readonly reason: string | null;
}

/** What was decided about a document. */
export interface Assignment {
  readonly from: string;
  readonly source: number;
  readonly type: string;
  /** Its path in the content folder. */
  readonly path: string;
  /** Fields that are so whatever it says, and those for where it says nothing. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly otherwise: Readonly<Record<string, unknown>>;
  readonly facts: FileFacts;
  readonly people: readonly Person[];
  readonly commit: string | null;
}

/** The fields that a document's words fill, and what others have to know of it to link to it. */
export interface FilledFields {
  readonly from: string;
  readonly type: string;
  /** Its path among all sources, and in the content folder. */
  readonly path: string;
  readonly address: string;
  readonly filled: Omit<FilledDocument, 'tree'>;
  readonly links: LinkFacts;
}

/** A document that could not be brought to its end, and why. */
export interface Broken {
  readonly from: string;
  readonly reason: string;
}

/** Fields of a document with its references in their place. */
export interface Settled {
  readonly from: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly rest: Readonly<Record<string, string>>;
}

/** What links of all documents are resolved with; paths begin with the prefix of their source. */
export interface LinkWorld {
  readonly documents: readonly LinkFacts[];
  /** Files that are no documents. */
  readonly files: readonly string[];
}

/** Files that a document shows or links to. */
export interface Wanted {
  readonly from: string;
  readonly files: readonly string[];
}

/** A document as it is to be written. */
export interface Finished {
  readonly from: string;
  readonly path: string;
  readonly text: string;
  readonly type: string;
  readonly form: Form;
  readonly data: Readonly<Record<string, unknown>>;
  readonly listed: readonly Listed[];
  readonly links: readonly LinkOutcome[];
  readonly proof: Proof;
  /** Its text as the handbook reads it; the type is left out, as it cannot go to another thread. */
  readonly reading: PackedReading;
}

/** A reading whose entry has no type. */
export type PackedReading = Omit<Reading, 'entry'> & {
  readonly entry: Omit<Reading['entry'], 'type'>;
};

/** Reads documents of sources and keeps them until it is told what becomes of them. */
export interface Workshop {
  read(files: readonly FileOrder[]): Promise<(Noticed | Unread)[]>;
  fill(assignments: readonly Assignment[]): Promise<(FilledFields | Broken)[]>;
  /** Tells what links can lead to; which files are wanted by the documents that were filled here. */
  link(world: LinkWorld): Promise<Wanted[]>;
  /** Tells what became of the files that were wanted. */
  place(fates: ReadonlyMap<string, FileFate>): Promise<void>;
  finish(documents: readonly Settled[]): Promise<(Finished | Broken)[]>;
  close(): Promise<void>;
}
