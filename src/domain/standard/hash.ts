import { sha256 as sha256Bytes } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { MdastNode } from 'satteri';
import { isFor } from '../audiences/readers.ts';
import { targetOf } from '../body/target.ts';
import type { Entry } from '../graph/corpus.ts';
import { valuesAt } from '../graph/graph.ts';
import { fileFields } from '../graph/relations.ts';

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export const sha256 = (text: string): string => bytesToHex(sha256Bytes(utf8ToBytes(text)));

/** Fields that record what somebody did with a text, so that writing them does not change the text. */
const stamps: ReadonlySet<string> = new Set([
  'reviewed_on',
  'reviewed_by',
  'reviewed_hash',
  'review_note',
  'signed',
  'aliases',
  'watch_seen',
]);

/**
 * The content hash of an entry: SHA-256 over canonical JSON (RFC 8785) of its fields without stamps, its
 * body's tree without positions, and the digests of the files that it embeds. `digestOf` gives the digest
 * of a file of the content folder, null where there is none.
 */
export function contentHash(
  entry: Entry,
  tree: MdastNode | null,
  digestOf: (path: string) => string | null,
): string {
  const fields = Object.entries(entry.data).filter(([name]) => !stamps.has(name));
  const files = embeddedFiles(entry).map((path) => [path, digestOf(path)]);
  const body = tree === null ? entry.body : bare(tree);
  const value = { id: entry.id, fields: Object.fromEntries(fields), body, files };
  return sha256(canonicalize(value) ?? '');
}

/** Paths of the files that belong to an entry: pictures of its body and files that its fields name; sorted. */
function embeddedFiles(entry: Entry): string[] {
  const named = fileFields
    .filter(({ from }) => from === entry.type.name)
    .flatMap(({ field }) => valuesAt(entry.data, field))
    .map(({ value }) => value);
  const pictures = (entry.outline?.images ?? []).map(({ url }) => url);
  const paths = [...named, ...pictures].flatMap((url) => {
    const target = typeof url === 'string' ? targetOf(url, entry.path) : null;
    return target?.kind === 'file' ? [target.path] : [];
  });
  return [...new Set(paths)].sort();
}

/** A tree without positions and frontmatter, as plain JSON. */
function bare(node: MdastNode): unknown {
  const kept = Object.entries(node).filter(
    ([name, value]) => !left.has(name) && value !== undefined && value !== null,
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      name === 'children' || name === 'attributes'
        ? (value as MdastNode[]).filter(({ type }) => type !== 'yaml').map(bare)
        : value,
    ]),
  );
}

const left: ReadonlySet<string> = new Set(['position', 'data', 'spread']);

/** A document as a leaf of the tree that is signed. */
export interface Leaf {
  readonly id: string;
  /** Its content hash. */
  readonly hash: string;
}

/**
 * Root of a Merkle tree (RFC 6962 without its length prefix): leaves sorted by id, `SHA-256("leaf:" id " "
 * hash)`, pairs joined as `SHA-256("node:" left right)`, an odd one passed up. Of no leaf: SHA-256 of nothing.
 */
export function merkleRoot(leaves: readonly Leaf[]): string {
  let level = leaves
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, hash }) => sha256(`leaf:${id} ${hash}`));
  if (level.length === 0) return sha256('');
  while (level.length > 1) level = pairs(level);
  return level[0] ?? '';
}

function pairs(level: readonly string[]): string[] {
  const next: string[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left = '', right] = [level[at], level[at + 1]];
    next.push(right === undefined ? left : sha256(`node:${left}${right}`));
  }
  return next;
}

/** Whether an entry is among the documents that are signed: all but what is written about them afterwards. */
const isSigned = (entry: Entry): boolean =>
  entry.type.name !== 'sign-off' && entry.type.name !== 'proof';

/** The leaves of all signed entries; with `audience` only of those that the group may read. */
export function leavesOf(
  entries: readonly Entry[],
  hashOf: (entry: Entry) => string,
  audience?: string,
): Leaf[] {
  return entries
    .filter((entry) => isSigned(entry) && (audience === undefined || isFor(entry, audience)))
    .map((entry) => ({ id: entry.id, hash: hashOf(entry) }));
}
