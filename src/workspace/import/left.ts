import { join } from 'node:path';
import type { Opened } from './opened.ts';
import { isHidden } from './sources/names.ts';

/** A file of a source that was neither read nor copied. */
export interface LeftFile {
  /** `<source name>/<path>`. */
  readonly from: string;
  /** An archive among documents, a document in a hidden folder, or anything else. */
  readonly kind: 'archive' | 'hidden' | 'other';
  /** Its absolute path; null where it is inside an archive. */
  readonly place: string | null;
}

/** The files that nothing came of; `isUsed` tells of a file whether it was read, copied or told of otherwise. */
export const leftFiles = (
  opened: readonly Opened[],
  isUsed: (one: Opened, path: string) => boolean,
): LeftFile[] =>
  opened
    // Beside a single file only the pictures that it may show were looked at.
    .filter(({ source }) => source.kind !== 'file')
    .flatMap((one) =>
      one.source.files
        .filter(({ path, alias }) => alias === undefined && !isUsed(one, path))
        .map(({ path }) => ({
          from: `${one.name}/${path}`,
          kind: kindOf(path),
          place: one.source.kind === 'folder' ? join(one.path, path) : null,
        })),
    );

function kindOf(path: string): LeftFile['kind'] {
  if (isHidden(path)) return DOCUMENT.test(path) ? 'hidden' : 'other';
  return ARCHIVE.test(path) ? 'archive' : 'other';
}

const ARCHIVE = /\.(?:zip|tar|tgz|tar\.\w{2,3}|7z|rar)$/i;

const DOCUMENT = /\.(?:md|markdown|mdown|mkdn?|mdx|adoc|asciidoc|html?|docx)$/i;
