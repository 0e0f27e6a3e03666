import type { MdastNode } from 'satteri';
import type { Entry } from '../graph/corpus.ts';
import type { Problem } from '../problems/problem.ts';

/** A commit, as far as it can bear witness. */
export interface Commit {
  /** Full hash. */
  readonly id: string;
  /** Day and moment of the commit in UTC, ISO, never before those of what it comes from: whoever commits can set them. */
  readonly on: string;
  readonly at: string;
  /** Mail addresses, lower case. */
  readonly author: string;
  readonly committer: string;
  /** Addresses of `Reviewed-by:` and `Approved-by:` lines, and of who merged it, the author left out. */
  readonly reviewers: readonly string[];
}

/** A file as one commit left it. */
export interface Version {
  readonly commit: Commit;
  /** Path inside the content folder at that commit. */
  readonly path: string;
  readonly kind: 'added' | 'changed' | 'renamed' | 'deleted';
  /** Git's name of the content; null where it is gone. */
  readonly blob: string | null;
}

/** A file that is gone, as it was when a commit took it away. */
export interface Gone extends Version {
  /** What it was before, newest first, through renames. */
  readonly earlier: readonly Version[];
}

/** What git saw of a content folder. */
export interface GitWitness {
  /** `none`: no git or no commit. `shallow`: the beginning is cut off, so nothing earlier can be told. */
  readonly state: 'full' | 'shallow' | 'none';
  /** Day of the oldest commit of the content folder; what happened before has no witness. */
  readonly begins: string | null;
  /** Versions of a file, newest first, through renames; none for a file that was never committed. */
  versions(path: string): readonly Version[];
  /** The commit that first had a content, under whatever path; null for one that was never committed. */
  firstWith(blob: string): Commit | null;
  /** Files that are gone, or are no documents any more: the commit that took each away, and the content that it had before. */
  readonly gone: readonly Gone[];
  /** The text of a version; null where it is gone or no text. */
  textOf(version: Version): string | null;
  /** Whether one commit is an ancestor of another, whatever their dates say. */
  precedes(earlier: Commit, later: Commit): boolean;
  /** SHA-256 of every file of the content folder as a commit left it, by path; null where git cannot tell. */
  digestsAt(commit: Commit): ReadonlyMap<string, string> | null;
}

/** A document or record as a commit left it. */
export interface Past {
  readonly data: Readonly<Record<string, unknown>>;
  /** The tree of its body; null for records and for what did not parse. */
  readonly tree: MdastNode | null;
}

/** Facts of a file of the content folder. */
export interface FileFact {
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  readonly digest: string;
  readonly bytes: number;
  /** Its text; null where it is no UTF-8 or over 20 MB. */
  readonly text: string | null;
}

/** What checking the signature of a sign-off gave. */
export type SignatureState =
  | { readonly state: 'good'; readonly fingerprint: string }
  | { readonly state: 'bad' | 'missing' | 'unknown'; readonly why: string };

/** What rules see beside the corpus; everything is a plain value or read on demand and remembered. */
export interface Witness {
  /** The day from which everything is judged, ISO. */
  readonly asOf: string;
  readonly git: GitWitness;
  /** Merkle root of all documents, where `corpus` is a copy that lacks some. */
  readonly root?: string;
  /** Problems of `check`. */
  readonly problems: readonly Problem[];
  /** The content hash of an entry: what a review, drill, acceptance or signature refers to. */
  hashOf(entry: Entry): string;
  /** The tree of a body, positions those of the file; null for records and for what does not parse. */
  treeOf(entry: Entry): MdastNode | null;
  /** A version of a document or record, read as the present one is; null where it cannot be read. */
  pastOf(version: Version): Past | null;
  /** A file of the content folder by its path, documents included; null where there is none. */
  fileOf(path: string): FileFact | null;
  /** The signature of a sign-off, checked against the keys of its signer. */
  signatureOf(signOff: Entry): SignatureState;
}
