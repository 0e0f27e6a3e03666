import { planFiles } from '../../../domain/import/files.ts';
import type { FileFate } from '../../../domain/import/links/model.ts';
import { sha256 } from '../../sha256.ts';
import { reasonOf } from '../reason.ts';
import { type Prepared, prepareFile } from './prepare.ts';

/** A file of a source, as far as it has to be read here. */
export interface ReadableFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  read(): Promise<Uint8Array>;
}

/** A file to write into the content folder. */
export interface FileWrite {
  /** Path inside the source; the whole address of a picture that was written into a document. */
  readonly from: string;
  /** Path inside the content folder. */
  readonly to: string;
  /** SHA-256 of the bytes to write. */
  readonly digest: string;
  /** The bytes, where they are others than those of the source's file. */
  readonly bytes: Uint8Array | null;
}

/** What became of the files that documents want, and what is to be written; files of the same bytes are written once. */
export interface PlacedFiles {
  readonly fates: ReadonlyMap<string, FileFate>;
  readonly writes: readonly FileWrite[];
}

/** Larger files belong where they can be fetched from; in bytes. */
const LARGEST = 25_000_000;

/**
 * Places the files `wanted`, each by its path in the source or by its `data:` address. `taken` are digests
 * of files of the content folder by path; those that an earlier import wrote may be left out, and keep
 * their names as long as their sources do.
 */
export async function placeFiles(
  wanted: Iterable<string>,
  files: ReadonlyMap<string, ReadableFile>,
  taken: ReadonlyMap<string, string> = new Map(),
): Promise<PlacedFiles> {
  const read: ReadFile[] = [];
  const queue = [...new Set(wanted)].sort();
  const work = async () => {
    for (let from = queue.shift(); from !== undefined; from = queue.shift())
      read.push(await readOne(from, files));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return placed(read, taken);
}

/** How many files are held in memory at once. */
const AT_ONCE = 4;

interface ReadFile {
  readonly from: string;
  readonly prepared: Prepared;
  readonly digest: string;
}

async function readOne(from: string, files: ReadonlyMap<string, ReadableFile>): Promise<ReadFile> {
  const refused = (reason: string, wasBroken = false): ReadFile => ({
    from,
    prepared: { kind: 'refused', reason, wasBroken },
    digest: '',
  });
  if (from.startsWith('data:'))
    return (await readData(from)) ?? refused('It holds no picture.', true);
  const file = files.get(from);
  if (!file) return refused('The source has nothing there.', true);
  if (file.size > LARGEST) {
    const size = Math.round(file.size / 1_000_000);
    return refused(
      `It has ${size} MB, and files of a handbook have ${LARGEST / 1_000_000} at most.`,
    );
  }
  const bytes = await file.read().catch(reasonOf);
  if (typeof bytes === 'string') return refused(bytes);
  return finished(from, bytes, await prepareFile(from, bytes));
}

const finished = (from: string, bytes: Uint8Array, prepared: Prepared): ReadFile => ({
  from,
  prepared,
  digest: sha256(prepared.kind === 'published' ? (prepared.bytes ?? bytes) : bytes),
});

/** A picture that is written into a document. */
async function readData(address: string): Promise<ReadFile | null> {
  const comma = address.indexOf(',');
  const [, kind, base64] =
    /^data:image\/([a-z]+)(?:\+xml)?(?:;[a-z0-9=-]{1,40}){0,3}?(;base64)?$/i.exec(
      address.slice(0, Math.min(comma, 200)),
    ) ?? [];
  if (kind === undefined || comma < 0) return null;
  const body = address.slice(comma + 1);
  const bytes = base64 === undefined ? percentDecoded(body) : Buffer.from(body, 'base64');
  const prepared = await prepareFile(`picture.${kind.toLowerCase()}`, bytes);
  const whole =
    prepared.kind === 'published' ? { ...prepared, bytes: prepared.bytes ?? bytes } : prepared;
  return prepared.kind === 'published' && prepared.isPicture
    ? finished(address, bytes, whole)
    : null;
}

function percentDecoded(text: string): Buffer {
  try {
    return Buffer.from(decodeURIComponent(text));
  } catch {
    return Buffer.from(text);
  }
}

function placed(read: readonly ReadFile[], taken: ReadonlyMap<string, string>): PlacedFiles {
  const standing = read.flatMap(({ from, prepared, digest }) =>
    prepared.kind === 'refused' ? [] : [{ from, ending: prepared.ending, digest }],
  );
  const paths = planFiles(standing, taken);
  const fates = new Map<string, FileFate>();
  const writes = new Map<string, FileWrite>();
  for (const { from, prepared, digest } of read.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const to = paths.get(from);
    fates.set(from, fateOf(prepared, to ?? ''));
    if (to === undefined || writes.has(to) || taken.get(to) === digest) continue;
    const bytes = prepared.kind === 'published' ? prepared.bytes : null;
    writes.set(to, { from, to, digest, bytes });
  }
  return { fates, writes: [...writes.values()] };
}

function fateOf(prepared: Prepared, to: string): FileFate {
  if (prepared.kind === 'refused') return prepared;
  if (prepared.kind === 'kept') return { kind: 'kept', to, reason: prepared.reason };
  const { isPicture, remark } = prepared;
  return { kind: 'published', to, isPicture, ...(remark === undefined ? {} : { remark }) };
}
