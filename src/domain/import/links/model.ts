import type { Root } from 'mdast';
import type { Dialect, Listed } from '../model.ts';

/** A document whose links are written anew. */
export interface LinkDocument {
  /** Path inside the source. */
  readonly path: string;
  /** Path inside the content folder, from `planAddresses`. */
  readonly to: string;
  readonly dialect: Dialect;
  readonly title: string | null;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  /** As it was read: headings that are gone from the body have their anchors here. */
  readonly source: Root;
  /** The body as it will be written. */
  readonly tree: Root;
}

/** What other documents have to know of one to link to it; plain data that can go to another thread. */
export interface LinkFacts {
  readonly path: string;
  readonly to: string;
  readonly dialect: Dialect;
  /** Its title and its other names. */
  readonly names: readonly string[];
  /** The addresses that it gives itself in its frontmatter, as written. */
  readonly urls: readonly string[];
  /** Paths inside the source at which it stood before, which links may still be written to. */
  readonly moved?: readonly string[];
  /** The anchor on its page by each anchor of the source; empty for what is the top of the page now. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** What a file of the source that is no document became. */
export type FileFate =
  /** It is shown and linked under this path of the content folder. */
  | {
      readonly kind: 'published';
      readonly to: string;
      readonly isPicture: boolean;
      readonly remark?: string;
    }
  /** It is kept under this path, where browsers are not given it. */
  | { readonly kind: 'kept'; readonly to: string; readonly reason: string }
  /** It is not taken in. `wasBroken` where it showed nothing before, as a picture that is none. */
  | { readonly kind: 'refused'; readonly reason: string; readonly wasBroken: boolean };

/** What links are resolved with. */
export interface LinkSetting {
  /** Facts of a symbolic link are those of its document under another path. */
  readonly documents: readonly LinkFacts[];
  /** Paths of all other files of the source. */
  readonly files: Iterable<string>;
  /**
   * The https address, at the commit, of a path seen from the source's folder that is no document here
   * (`../src/main.go`, `deploy`); null where the repository is unknown or has no such file.
   */
  readonly webAddress?: (path: string) => string | null;
}

export type LinkResult = 'kept' | 'external' | 'copied' | 'brokenBefore' | 'brokenNow' | 'changed';

/** What became of one link or image of a document. */
export interface LinkOutcome {
  /** Path of the document inside the source. */
  readonly source: string;
  readonly line: number | null;
  /** The address as the source wrote it. */
  readonly address: string;
  readonly kind: 'link' | 'image' | 'anchor';
  readonly result: LinkResult;
  /** Why, in words, for what is broken or changed. */
  readonly reason: string | null;
}

/** A document with its links as they lead in the handbook. */
export interface Linked {
  readonly tree: Root;
  readonly outcomes: readonly LinkOutcome[];
  /** Addresses that are no longer in the text. */
  readonly listed: readonly Listed[];
}
