import type { Dialect } from '../../../domain/import/model.ts';
import type { Line } from './line.ts';
import type { State } from './state.ts';

/** What a dialect adds to Markdown, by where it is looked for; each part only where the dialect has it. */
export interface Family {
  readonly regions?: readonly RegionRule[];
  readonly blocks?: readonly BlockRule[];
  readonly inlines?: readonly InlineRule[];
  /** Tags that open and close; those on a line of their own become blocks. */
  readonly tags?: readonly TagRule[];
}

/** Where a rule applies. */
export interface Bound {
  /** The dialects that have it; without them it can be nothing else in any. */
  readonly dialects?: ReadonlySet<Dialect>;
  /** Whether it is looked for in MDX too. */
  readonly mdx?: true;
  /** Whether it is looked for nowhere else. */
  readonly mdxOnly?: true;
}

/** Lines whose inside is no Markdown: up to the first line that closes them. */
export interface RegionRule extends Bound {
  /** Whether a line opens the region, and what closes it; null where it does not. */
  open(text: string): { readonly closes: RegExp; readonly sameLine?: boolean } | null;
  /** The region in Markdown; without it the lines stay. */
  make?(lines: readonly Line[], state: State): Line[];
}

/** The lines at hand: those of one container, without its marks. */
export interface Cursor {
  readonly lines: readonly Line[];
  readonly index: number;
  readonly state: State;
  /** Line that closes what opens here, by the rules of paired marks; -1 without one. */
  readonly closing: number;
  /** Whether the line goes on with a block of HTML, which an empty line would end. */
  readonly html: boolean;
  /** Translates lines that stand inside a construct. */
  inside(lines: readonly Line[]): Line[];
}

export interface Taken {
  readonly lines: readonly Line[];
  /** Index of the first line that was not taken. */
  readonly next: number;
}

/** A construct that begins at the head of a line. */
export interface BlockRule extends Bound {
  /** Answers the construct at the cursor; its lines stand at the left edge. */
  at(cursor: Cursor): Taken | null;
}

/** A place in running text. */
export interface Spot {
  readonly text: string;
  readonly index: number;
  /** Line of the source. */
  readonly line: number;
  readonly state: State;
}

export interface Put {
  readonly end: number;
  readonly text: string;
}

/** A construct inside running text, outside of code, addresses and HTML. */
export interface InlineRule extends Bound {
  /** The signs that it can begin with. */
  readonly begins: string;
  at(spot: Spot): Put | null;
}

/** A tag as it was read. */
export interface Tag {
  readonly name: string;
  readonly rest: string;
  readonly kind: 'open' | 'close';
  readonly start: number;
  readonly end: number;
}

/** Tags of one language of templates. */
export interface TagRule extends Bound {
  /** What every tag of it holds, to pass over texts without. */
  readonly mark: RegExp;
  /** Reads the tag at a place of the text. */
  read(text: string, index: number): Tag | null;
  /** Whether a pair of this name stands on lines of its own even where it shares one with text. */
  isBlock(name: string): boolean;
}

/** Whether a rule applies in a text. */
export const applies = (rule: Bound, { dialect, mdx }: State): boolean =>
  (rule.dialects === undefined || rule.dialects.has(dialect)) &&
  (mdx ? rule.mdx === true : rule.mdxOnly !== true);
