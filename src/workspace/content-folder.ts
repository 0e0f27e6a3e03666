import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** A content folder that is not there; its message is for the person who named it. */
export class ContentFolderError extends Error {}

/**
 * Absolute path of the content folder: the one asked for, else `HANDBOOK_CONTENT`, else `content/`
 * below `cwd`. Throws ContentFolderError where that is no folder.
 */
export function contentFolder(
  cwd: string,
  asked: string | undefined,
  environment: string | undefined,
): string {
  const [named, source] = asked
    ? [asked, '--content']
    : environment
      ? [environment, 'HANDBOOK_CONTENT']
      : ['content', ''];
  const folder = resolve(cwd, named);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  const who =
    source === ''
      ? 'There is no content folder'
      : `${source} names ${named}, and there is no folder`;
  throw new ContentFolderError(
    `${who} at ${folder}. Start one with: npm run handbook -- init ${named}`,
  );
}
