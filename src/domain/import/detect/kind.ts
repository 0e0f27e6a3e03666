import type { Facts } from './facts.ts';

/**
 * One thing that speaks for a type. Weights are log-odds, added up: 2 makes a type about seven times as likely
 * as before, and a plain page begins with 2.5.
 */
export interface Sign {
  readonly weight: number;
  /** In words that follow "because": `the folder is called adr`. */
  readonly reason: string;
}

/** A heading, name or word that types have, and how much it says. */
export interface Telling {
  readonly words: RegExp;
  readonly weight: number;
}

/** What speaks for one type. All patterns are tried on plain lower-case words (words.ts) unless said otherwise. */
export interface Kind {
  readonly type: string;
  /** What one is called, with its article. */
  readonly called: string;
  /** Names of folders that hold nothing else, whole. */
  readonly folders: readonly Telling[];
  /** Values of `type`, `kind`, `layout`, `tags` and the like in front matter, whole. */
  readonly values: RegExp;
  /** Keys of front matter that only such a document has. */
  readonly keys: RegExp;
  readonly files: readonly Telling[];
  readonly titles: readonly Telling[];
  /** Headings, whole. */
  readonly headings: readonly Telling[];
  /** Labels of lines at the head, as `deciders` in `Deciders: …`. */
  readonly labels: readonly Telling[];
  /** The first words of the text, as written. */
  readonly openings: readonly Telling[];
  /** Other words, whole headings, for the type's sections; only those that mean the same. */
  readonly sections: Readonly<Record<string, RegExp>>;
  /** Whatever does not fit the patterns. */
  readonly more?: (facts: Facts) => readonly Sign[];
}
