import { SourceError, type SourceLimits, sourceLimits } from '../source.ts';
import { type Archive, listZip } from '../zip.ts';
import { readXml } from './xml.ts';

/** The parts of a Word file, each read once. */
export interface WordPackage {
  /** Path of the part that holds the text. */
  readonly main: string;
  /** Text of a part; null where the file has none of that name. */
  text(path: string): string | null;
  readonly paths: readonly string[];
  bytes(path: string): Uint8Array | null;
}

/** A Word file holds text and pictures: more than this is no document. */
const limits: SourceLimits = { ...sourceLimits, totalBytes: 512 << 20, files: 10_000 };

/**
 * Opens a Word file and reads all of it, so that nothing in it is larger than it says. Throws a `SourceError` for
 * what is no Word file, or one that is made to fill the memory.
 */
export async function openWord(bytes: Uint8Array, path: string): Promise<WordPackage> {
  const archive = await opened(bytes, path);
  const [bad] = archive.problems;
  if (bad) throw new SourceError(`${path} cannot be read. “${bad.path}” in it: ${bad.message}`);
  const parts = new Map<string, Uint8Array>();
  for (const file of archive.files) parts.set(file.path, await file.read());
  archive.close();
  const bytesOf = (part: string) => parts.get(part) ?? null;
  const textOf = (part: string) => {
    const found = bytesOf(part);
    return found && new TextDecoder().decode(found);
  };
  const main = mainPart(textOf('_rels/.rels') ?? '');
  if (!parts.has(main)) throw new SourceError(`${path} is no Word file, whatever its name says.`);
  return { main, paths: [...parts.keys()], bytes: bytesOf, text: textOf };
}

/** The part that the package names as its document; Word's own name for it where it names none. */
function mainPart(relations: string): string {
  let found = 'word/document.xml';
  readXml(relations, {
    open: (_name, attribute) => {
      if (attribute('Type').endsWith('/officeDocument'))
        found = attribute('Target').replace(/^\//, '');
    },
    close: () => {},
    text: () => {},
  });
  return found;
}

async function opened(bytes: Uint8Array, path: string): Promise<Archive> {
  try {
    return await listZip(bytes, limits);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
    throw new SourceError(
      isOld
        ? `${path} is locked with a password or in the old format of Word. Open it in Word, save it as .docx without a password, and import that.`
        : `${path} is no Word file, whatever its name says, or it is damaged.`,
    );
  }
}
