import { hash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Outline } from '../domain/body/outline.ts';
import type { Sighting } from '../domain/identifiers/sightings.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { type Cache, tidy } from './cache.ts';
import { typeAt } from './place.ts';
import type { Reading, ReadingMemory } from './reading.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** Files of the cache: after an edit only one of them is written again. */
const SHARDS = 32;

/** A reading as it is kept: by the digest of its text, packed until somebody asks. */
interface Kept {
  readonly digest: string;
  readonly packed: Uint8Array;
}

type Shard = ReadonlyMap<string, Kept>;

/** The readings of the last run of the program on a content folder, kept on disk. */
export function readingCache(cache: Cache): ReadingMemory {
  const { folder, program } = cache;
  const fileOf = (index: number) => join(folder, `files-${index}`);
  const loaded = new Map<number, Shard>();
  const shardOf = (index: number): Shard => {
    const shard = loaded.get(index) ?? (readSealed(fileOf(index), program) as Shard | undefined);
    loaded.set(index, shard ?? new Map());
    return shard ?? new Map();
  };
  const seen = new Map<string, Kept>();
  return {
    recall: (path, text) => {
      const kept = shardOf(indexOf(path)).get(path);
      if (kept?.digest !== hash('sha256', text)) return undefined;
      seen.set(path, kept);
      return unpack(kept.packed, path, text);
    },
    keep: (path, text, reading) =>
      seen.set(path, { digest: hash('sha256', text), packed: pack(reading) }),
    save: () => {
      if (!cache.mayKeep()) return;
      const shards = Map.groupBy(seen, ([path]) => indexOf(path));
      for (let index = 0; index < SHARDS; index++) {
        const shard = new Map(shards.get(index));
        if (isSame(shard, shardOf(index))) continue;
        writeSealed(fileOf(index), program, shard);
        loaded.set(index, shard);
      }
      tidy(cache);
      seen.clear();
    },
  };
}

const indexOf = (path: string): number =>
  Number.parseInt(hash('sha256', path).slice(0, 4), 16) % SHARDS;

const isSame = (a: Shard, b: Shard): boolean =>
  a.size === b.size && [...a].every(([path, kept]) => b.get(path) === kept);

/** An entry without what its path and text say already. */
interface Packed {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly readable: boolean;
  readonly outline: Outline | null;
  readonly sightings?: readonly Sighting[];
  /** The body is this long, and the end of the text. */
  readonly bodyLength: number;
  readonly problems: readonly Problem[];
}

function pack({ entry, problems }: Reading): Uint8Array {
  const { type: _, path: __, body, ...kept } = entry;
  const packed: Packed = { ...kept, bodyLength: body.length, problems };
  return serialize(packed);
}

function unpack(packed: Uint8Array, path: string, text: string): Reading {
  const { bodyLength, problems, ...kept } = deserialize(packed) as Packed;
  const body = text.slice(text.length - bodyLength);
  return { entry: { ...kept, type: typeAt(path), path, body }, problems };
}
