import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Corpus } from '../../domain/graph/corpus.ts';
import { filesFolder } from '../../domain/import/files.ts';
import { sha256 } from '../sha256.ts';
import {
  type FileWrite,
  type PlacedFiles,
  placeFiles,
  type ReadableFile,
} from './files/place-files.ts';
import { type FilePut, putText } from './plan.ts';

/** Where it is written down which files an import brought, inside the content folder. */
const filesLedger = '.handbook/imported-files.json';

/** A file that an import brought: where from, and the digest of what it wrote. */
interface KnownFile {
  readonly from: string;
  readonly digest: string;
}

/** Files of the content folder that are there, and what earlier imports knew of them. */
export interface FilesHere {
  readonly ledger: ReadonlyMap<string, KnownFile>;
  /** The text of the ledger; null where there is none. */
  readonly text: string | null;
  /** Digests by path. */
  readonly digests: ReadonlyMap<string, string>;
}

/** A file that is put beside the documents. */
export interface AttachmentRow {
  readonly from: string;
  readonly path: string;
}

/** Reads which files an import may have brought, and what they are now. */
export function filesHere(root: string, { assets }: Corpus): FilesHere {
  const own = [...assets].filter((path) => path.startsWith(`${filesFolder}/`));
  const file = join(root, filesLedger);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : null;
  return {
    ledger: readLedgerOfFiles(text),
    text,
    digests: new Map(own.map((path) => [path, sha256(readFileSync(join(root, path)))])),
  };
}

const shape = z.record(z.string(), z.object({ from: z.string(), digest: z.string() }));

/** A ledger that somebody broke says nothing: files are then told apart by their bytes alone. */
function readLedgerOfFiles(text: string | null): ReadonlyMap<string, KnownFile> {
  try {
    return new Map(Object.entries(shape.parse(JSON.parse(text ?? '{}'))));
  } catch {
    return new Map();
  }
}

/** Places the files that documents want; `fromOf` is where a file comes from, as the ledger says it. */
export function placeAttachments(
  wanted: readonly string[],
  files: ReadonlyMap<string, ReadableFile>,
  here: FilesHere,
  fromOf: (path: string) => string,
): Promise<PlacedFiles> {
  const own = new Set([...files.keys(), ...wanted].map(fromOf));
  const taken = new Map<string, string>();
  for (const [path, digest] of here.digests) {
    const known = here.ledger.get(path);
    // What this import brought, and nobody changed, is named again as it was.
    if (known && own.has(known.from) && known.digest === digest) continue;
    taken.set(path, known?.digest ?? digest);
  }
  return placeFiles(wanted, files, taken);
}

/** The files to write for documents, of which `isNeeded` tells by their path in the content folder. */
export function attachmentPuts(
  { writes }: PlacedFiles,
  files: ReadonlyMap<string, ReadableFile>,
  here: FilesHere,
  fromOf: (path: string) => string,
  isNeeded: (path: string) => boolean,
): { readonly puts: readonly FilePut[]; readonly rows: readonly AttachmentRow[] } {
  const needed = writes.filter(({ to }) => isNeeded(to));
  const fresh = needed.filter(({ to, digest }) => here.digests.get(to) !== digest);
  const ledger = new Map(here.ledger);
  for (const { from, to, digest } of needed) ledger.set(to, { from: fromOf(from), digest });
  const sorted = [...ledger].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
  const isChanged = ledger.size > 0 && text !== here.text;
  return {
    puts: [
      ...fresh.map((one) => putFile(one, files, here)),
      ...(isChanged ? [putText(filesLedger, text, here.text)] : []),
    ],
    rows: fresh.map(({ from, to }) => ({ from: fromOf(from), path: to })),
  };
}

function putFile(
  { from, to, bytes }: FileWrite,
  files: ReadonlyMap<string, ReadableFile>,
  { digests }: FilesHere,
): FilePut {
  const was = digests.get(to);
  return {
    path: to,
    content: async () => bytes ?? (await files.get(from)?.read()) ?? new Uint8Array(),
    replaces: was === undefined ? null : (found) => sha256(found) === was,
  };
}
