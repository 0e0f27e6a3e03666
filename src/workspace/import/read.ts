import type { Root } from 'mdast';
import type { Dialect, Inventory, Listed } from '../../domain/import/model.ts';

/** What a reader is told about the file whose text it reads. */
export interface ReadOptions {
  /** Path inside the source, with forward slashes. */
  readonly path: string;
  readonly dialect: Dialect;
}

/** What a reader makes of one text; together with path and digest it is a `SourceDocument`. */
export interface Read {
  readonly frontmatter: Readonly<Record<string, unknown>>;
  readonly tree: Root;
  readonly listed: readonly Listed[];
  readonly inventory: Inventory;
}

/** A tree that was made of another one, and what of that has no counterpart. */
export interface Converted {
  readonly tree: Root;
  readonly listed: readonly Listed[];
}
