import type { FileFacts } from '../../../domain/import/model.ts';

/** A file of a source; a picture inside a Word file is one too, at `specs/Design.docx/image1.png`. */
export interface SourceFile {
  /** Path inside the source: forward slashes, Unicode composed (NFC). */
  readonly path: string;
  /** In bytes, as the folder or the archive tells it. */
  readonly size: number;
  /** The real file of the source that this one is a link to, as a symlinked README. */
  readonly alias?: string;
  /** Its bytes; rejects with a `SourceError` where it changed or vanished since the source was opened. */
  read(): Promise<Uint8Array>;
}

/** Something of a source that is left out as a whole, and why, for the reader. */
export interface SourceProblem {
  readonly path: string;
  readonly message: string;
}

/** What git and CODEOWNERS know of the files of a source; empty answers where there is no git. */
export interface SourceFacts {
  /** The commit that is checked out, whole. */
  readonly commit: string | null;
  of(path: string): FileFacts;
  /** The https address at that commit of a file or folder of the repository; `path` is seen from the source. */
  addressOf(path: string): string | null;
}

/** A folder, an archive or a single file, opened: nothing of it is read yet. */
export interface Source {
  /** Name of the folder or of the file without its ending. */
  readonly name: string;
  readonly kind: 'folder' | 'zip' | 'file';
  /** Sorted by path, each path once. */
  readonly files: readonly SourceFile[];
  readonly problems: readonly SourceProblem[];
  readonly facts: SourceFacts;
  /** What stands in the folders above it, the nearest first; none above an archive. */
  readonly above?: readonly (readonly string[])[];
  close(): void;
}

/** A source or a file of it cannot be read; the message is for the reader. */
export class SourceError extends Error {}

/** What a source may hold at most, in bytes and files. */
export interface SourceLimits {
  readonly fileBytes: number;
  /** For an archive inside the archive. */
  readonly innerBytes: number;
  readonly totalBytes: number;
  /** How many times larger than the archive all of it may become, counted from `totalFrom` bytes on. */
  readonly totalRatio: number;
  readonly totalFrom: number;
  readonly files: number;
  /** How many times larger than in the archive a file may become, counted from `ratioFrom` bytes on. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const MB = 1 << 20;

export const sourceLimits: SourceLimits = {
  fileBytes: 100 * MB,
  innerBytes: 1024 * MB,
  totalBytes: 1024 * MB,
  totalRatio: 50,
  totalFrom: 100 * MB,
  files: 200_000,
  ratio: 200,
  ratioFrom: 8 * MB,
};

/** Bytes as a reader says them. */
export const megabytes = (bytes: number): string =>
  bytes >= 1024 * MB ? `${(bytes / 1024 / MB).toFixed(1)} GB` : `${Math.ceil(bytes / MB)} MB`;
