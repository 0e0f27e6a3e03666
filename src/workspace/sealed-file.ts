import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

const SEAL_BYTES = 32;

/**
 * A value that `writeSealed` wrote with the same key; undefined where there is none, where a byte of it
 * is no longer what it was, or where it was written with another key.
 */
export function readSealed(file: string, key: string): unknown {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(SEAL_BYTES);
    if (!bytes.subarray(0, SEAL_BYTES).equals(sealOf(content, key))) return undefined;
    return deserialize(content);
  } catch {
    return undefined;
  }
}

/** Keeps plain data in a file; where nothing can be written, it is not kept. */
export function writeSealed(file: string, key: string, value: unknown): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const content = serialize(value);
    writeFileSync(temporary, Buffer.concat([sealOf(content, key), content]));
    renameSync(temporary, file);
  } catch {
    discard(temporary);
  }
}

const sealOf = (content: Buffer, key: string): Buffer =>
  createHash('sha256').update(key).update(content).digest();

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where nothing can be written, nothing is left over.
  }
}
