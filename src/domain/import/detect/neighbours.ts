/** How many documents of a folder are looked at; more say nothing new. */
const ENOUGH = 60;

interface Placed {
  readonly path: string;
}

/** Whether a file is one that an import reads as a document. */
export const isDocument = (path: string): boolean =>
  /\.(?:md|mdx|markdown|mdown|mkd|adoc|asciidoc|asc|html?|docx)$/i.test(path);

/**
 * For each document of a source those of its folder and below, as `detect` wants them: found once for all. Files
 * that are no documents may be among those it is given.
 */
export function neighbours(documents: readonly Placed[]): (document: Placed) => readonly Placed[] {
  const folders = new Map<string, Placed[]>();
  const read = documents.filter(({ path }) => isDocument(path));
  for (const document of read) add(folders, document, folderOf(document.path));
  for (const document of read)
    for (let folder = folderOf(document.path); folder !== ''; ) {
      folder = folderOf(folder);
      add(folders, document, folder);
    }
  return ({ path }) => folders.get(folderOf(path)) ?? [];
}

function add(folders: Map<string, Placed[]>, document: Placed, folder: string): void {
  const here = folders.get(folder);
  if (here === undefined) folders.set(folder, [document]);
  else if (here.length < ENOUGH) here.push(document);
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
