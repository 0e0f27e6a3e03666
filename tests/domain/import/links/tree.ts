import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import { anchorsOf } from '../../../../src/domain/import/links/anchors.ts';
import { linkDocuments } from '../../../../src/domain/import/links/link.ts';
import type {
  FileFate,
  LinkDocument,
  LinkOutcome,
} from '../../../../src/domain/import/links/model.ts';
import type { Dialect, Listed } from '../../../../src/domain/import/model.ts';

/** The tree of a Markdown text. */
const tree = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** A tree as Markdown text. */
export const markdown = (root: Root): string =>
  toMarkdown(root, { extensions: [gfmToMarkdown()] }).trim();

/** A tree with the anchors of its headings. */
export function anchored(text: string, dialect: Dialect): Root {
  const root = tree(text);
  anchorsOf(root, dialect);
  return root;
}

export interface Given {
  readonly dialect?: Dialect;
  /** Texts by path; the content path is `pages/<name>.mdx` unless `to` says another. */
  readonly texts: Readonly<Record<string, string>>;
  readonly to?: Readonly<Record<string, string>>;
  readonly frontmatter?: Readonly<Record<string, Record<string, unknown>>>;
  /** Files that are no documents, with what became of them; published as pictures by default. */
  readonly files?: Readonly<Record<string, FileFate | null>>;
  readonly webAddress?: (path: string) => string | null;
}

export interface Result {
  readonly text: (path: string) => string;
  readonly outcomes: readonly LinkOutcome[];
  readonly listed: readonly Listed[];
}

/** Links the documents of a made-up source. */
export function linked({ dialect = 'markdown', texts, to = {}, ...rest }: Given): Result {
  const { frontmatter = {}, files = {}, webAddress } = rest;
  const documents = Object.entries(texts).map(([path, text]): LinkDocument => {
    const source = anchored(text, dialect);
    const [first] = source.children;
    const isTitled = first?.type === 'heading' && first.depth === 1;
    return {
      path,
      to:
        to[path] ??
        `pages/${path
          .replace(/\.\w+$/, '')
          .replaceAll(/[^a-z0-9]+/gi, '-')
          .toLowerCase()}.mdx`,
      dialect,
      title: null,
      frontmatter: frontmatter[path] ?? {},
      source,
      tree: isTitled ? { ...source, children: source.children.slice(1) } : source,
    };
  });
  const fates = Object.entries(files).map(([path, fate]): [string, FileFate] => [
    path,
    fate ?? { kind: 'published', to: `files/${path.split('/').at(-1)}`, isPicture: true },
  ]);
  const done = linkDocuments({
    documents,
    files: Object.keys(files),
    fates: new Map(fates),
    ...(webAddress ? { webAddress } : {}),
  });
  return {
    text: (path) => markdown(done.trees.get(path) ?? tree('')),
    outcomes: done.outcomes,
    listed: [...done.listed.values()].flat(),
  };
}
