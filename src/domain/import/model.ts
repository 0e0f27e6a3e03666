import type { Root } from 'mdast';

/** Ways of writing documentation, each with its own rule for anchors and for what a link means. */
export const dialects = [
  'markdown',
  'github',
  'adr-tools',
  'madr',
  'log4brains',
  'hugo',
  'jekyll',
  'mkdocs',
  'docusaurus',
  'starlight',
  'obsidian',
  'notion',
  'confluence',
  'asciidoc',
  'docx',
  'html',
] as const;

export type Dialect = (typeof dialects)[number];

/** Something of a source that has no counterpart in a handbook: it is told, with its words. */
export interface Listed {
  /** Line in the source file, from 1; null where the source has no lines, as a Word file. */
  readonly line: number | null;
  /** What it was, in one or two words: `comment`, `shortcode`, `import`, `style`, `remote image`. */
  readonly kind: string;
  /** Its source, whole, so that nothing is lost. */
  readonly text: string;
  /** What became of it, in a sentence: "Left out: comments are not shown." */
  readonly became: string;
}

/** One thing of a source or result that the proof looks for; lines from 1, null where there are none. */
export interface Piece {
  readonly value: string;
  readonly line: number | null;
  /** Of a link what it shows, of an image its words for those who cannot see it, of code its language. */
  readonly words?: string;
  /** Of code: set apart by indentation alone, which in some dialects is no code. */
  readonly indented?: true;
}

/** All that a text says: what must be found again after the import. */
export interface Inventory {
  /** Each text node as it stands, inline code included, in reading order. */
  readonly texts: readonly Piece[];
  /** Code blocks, byte for byte. */
  readonly codes: readonly Piece[];
  /** Text of each table cell. */
  readonly cells: readonly Piece[];
  /** Addresses of links and of images, as written. */
  readonly links: readonly Piece[];
  readonly images: readonly Piece[];
}

/**
 * A document of a source after it was read, the same for every format.
 *
 * `tree` is mdast with GFM, and beside it only: `mdxJsxFlowElement`/`mdxJsxTextElement` of the handbook's own
 * catalogue with literal attributes (src/domain/components/catalogue.ts, `htmlElements` included), and `anchor`
 * nodes `{ type: 'anchor', id }` where the source set an anchor by hand. No `html`, `yaml`, `toml`, ESM or
 * expression nodes. Links and images carry the address as the source wrote it, percent-encoding included; a link
 * by name (wiki link, `ref` shortcode, include) has the address `lookup:` + `encodeURIComponent(name#anchor)`.
 * Each heading carries the anchors that lead to it in `data.ids`, by the dialect's rule and by hand; the heading
 * of level 1 that is the title still stands in the tree. `anchor` nodes are those that stand at no heading.
 */
export interface SourceDocument {
  /** Path inside the source, with forward slashes. */
  readonly path: string;
  readonly dialect: Dialect;
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
  /** What stands at its head, as plain data; empty without one. */
  readonly frontmatter: Readonly<Record<string, unknown>>;
  /** The name that the source's own list gives it (Confluence, Notion, docx properties), or null. */
  readonly title: string | null;
  readonly tree: Root;
  readonly listed: readonly Listed[];
  /** Taken from the source's own tree before anything was converted. */
  readonly inventory: Inventory;
}

/** A document type and why it was chosen; `page` for what is of no known kind. */
export interface Detection {
  readonly type: string;
  /** From 0 to 1; below 0.5 a document stays a page. */
  readonly confidence: number;
  /** What spoke for it, in words: "the folder is called adr", "it has the headings Context and Decision". */
  readonly reasons: readonly string[];
}

/** What git and CODEOWNERS know of a source file. Days are ISO. */
export interface FileFacts {
  readonly created: string | null;
  readonly changed: string | null;
  /** Handles, mail addresses or names of CODEOWNERS; who wrote it need not own it. */
  readonly owners: readonly string[];
}

/** What of a document becomes fields of its frontmatter, and what is left of its text. */
export interface Filled {
  /** Fields of the type's schema; nothing is invented, so required ones may be absent. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What stood at the head and has no field, as text by key. */
  readonly rest: Readonly<Record<string, string>>;
  /** The body: without the title, headings under the names that the type has for them, levels from 2. */
  readonly tree: Root;
  /** Headings that got the type's name, and text that is a field now. */
  readonly changed: readonly Listed[];
}
