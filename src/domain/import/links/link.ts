import type { Root } from 'mdast';
import type { Listed } from '../model.ts';
import { aimOf } from './aim.ts';
import { linkFacts } from './facts.ts';
import { byNumber } from './lookup.ts';
import { type LinkMap, linkMap } from './map.ts';
import type {
  FileFate,
  LinkDocument,
  Linked,
  LinkFacts,
  LinkOutcome,
  LinkSetting,
} from './model.ts';
import { type Node, nodesIn } from './nodes.ts';
import { rewrite } from './rewrite.ts';

/** A document's tree with every address as it leads in the handbook; the tree that was given stays as it is. */
export function linkDocument(
  { path, tree }: Pick<LinkDocument, 'path' | 'tree'>,
  map: LinkMap,
  fates: ReadonlyMap<string, FileFate>,
): Linked {
  const done = rewrite(tree as Node, { from: factsAt(path, map), map, fates });
  return { tree: done.tree as Root, outcomes: done.outcomes, listed: done.listed };
}

/** The files of the source that a document shows or links to, and pictures that are written into it, by whole address. */
export function filesWanted(
  { path, tree }: Pick<LinkDocument, 'path' | 'tree'>,
  map: LinkMap,
): string[] {
  const from = factsAt(path, map);
  const wanted = new Set<string>();
  for (const { url } of nodesIn(tree as Node)) {
    if (url === undefined) continue;
    const aim = aimOf(url, from, map);
    if (aim.kind === 'file') wanted.add(aim.path);
    if (aim.kind === 'data') wanted.add(url);
  }
  return [...wanted];
}

/** The path in the content folder of the document that an address of the source leads to; null for any other. */
function documentAt(url: string, path: string, map: LinkMap): string | null {
  const aim = aimOf(url, factsAt(path, map), map);
  return aim.kind === 'document' ? (map.documents.get(aim.path)?.to ?? null) : null;
}

/**
 * The path in the content folder of the document that words of another one mean: an address as a link has
 * it, a name, a title or the number of a decision; null where they mean none.
 */
export function documentNamed(words: string, path: string, map: LinkMap): string | null {
  const from = factsAt(path, map);
  const found =
    documentAt(words, path, map) ??
    documentAt(`lookup:${encodeURIComponent(words)}`, path, map) ??
    map.documents.get(byNumber(words, from, map) ?? '')?.to;
  return found ?? null;
}

/** All documents of a source with their links as they lead in the handbook. */
export function linkDocuments({
  documents,
  fates,
  ...setting
}: Omit<LinkSetting, 'documents'> & {
  readonly documents: readonly LinkDocument[];
  readonly fates: ReadonlyMap<string, FileFate>;
}): {
  readonly trees: ReadonlyMap<string, Root>;
  readonly files: readonly { readonly from: string; readonly to: string }[];
  readonly outcomes: readonly LinkOutcome[];
  readonly listed: ReadonlyMap<string, readonly Listed[]>;
} {
  const map = linkMap({ ...setting, documents: documents.map(linkFacts) });
  const wanted = new Set(documents.flatMap((document) => filesWanted(document, map)));
  const done = documents.map(
    (document) => [document.path, linkDocument(document, map, fates)] as const,
  );
  return {
    trees: new Map(done.map(([path, { tree }]) => [path, tree])),
    files: [...wanted].flatMap((from) => {
      const fate = fates.get(from);
      return fate === undefined || fate.kind === 'refused' ? [] : [{ from, to: fate.to }];
    }),
    outcomes: done.flatMap(([, { outcomes }]) => outcomes),
    listed: new Map(done.map(([path, { listed }]) => [path, listed])),
  };
}

function factsAt(path: string, map: LinkMap): LinkFacts {
  const facts = map.documents.get(path);
  if (!facts) throw new Error(`${path} is not on the map of its links`);
  return facts;
}
