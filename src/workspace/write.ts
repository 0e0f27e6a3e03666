import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file as a whole or not at all: to a temporary file beside it, then by rename. With `create`
 * it throws EEXIST where the file is there already.
 */
export function writeAtomically(
  file: string,
  content: string | Uint8Array,
  { create = false }: { create?: boolean } = {},
): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  uninterrupted(() => {
    try {
      writeSynced(temporary, content);
      if (create) linkSync(temporary, file);
      else renameSync(temporary, file);
    } finally {
      rmSync(temporary, { force: true });
    }
  });
}

/** Writes a file and sees it on the disk; a new one has the permissions `mode`. */
export function writeSynced(file: string, content: string | Uint8Array, mode = 0o666): void {
  const handle = openSync(file, 'w', mode);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Runs a short write to its end even if Ctrl-C is pressed meanwhile. */
function uninterrupted(work: () => void): void {
  const wait = () => {};
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, wait);
  try {
    work();
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}

/**
 * Writes a folder with all its files or not at all: beside it, then by rename. `files` are texts by path
 * inside it. Throws ENOTEMPTY where the folder has something in it already.
 */
export function writeFolderAtomically(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`);
  uninterrupted(() => {
    try {
      for (const [path, text] of files) writeAtomically(join(temporary, path), text);
      if (statSync(folder, { throwIfNoEntry: false })) rmdirSync(folder);
      renameSync(temporary, folder);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
}
