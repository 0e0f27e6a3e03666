import type { Opened } from './opened.ts';
import { virtualPath } from './virtual-path.ts';
import type { LinkWorld, Noticed } from './worker-model.ts';

/** Everything that links can lead to: a link to a link of a file leads to the file. */
export function worldOf(
  documents: LinkWorld['documents'],
  opened: readonly Opened[],
  noticed: readonly Noticed[],
): LinkWorld {
  const byPath = new Map(documents.map((one) => [one.path, one]));
  const isDocument = new Set(noticed.map(({ source, path }) => `${source}/${path}`));
  const aliases = opened.flatMap((one) =>
    one.source.files.flatMap(({ path, alias }) => {
      const real = alias === undefined ? undefined : byPath.get(virtualPath(one, alias));
      return real ? [{ ...real, path: virtualPath(one, path), names: [], urls: [] }] : [];
    }),
  );
  const files = opened.flatMap((one, index) =>
    one.source.files
      .filter(({ path }) => !isDocument.has(`${index}/${path}`))
      .map(({ path }) => virtualPath(one, path)),
  );
  return { documents: [...documents, ...aliases], files };
}
