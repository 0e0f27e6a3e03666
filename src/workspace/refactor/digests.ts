import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePath } from '../../domain/body/target.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import { textAt } from '../../domain/graph/fields.ts';
import { fileFields } from '../../domain/graph/relations.ts';
import { readGitWitness } from '../git-witness.ts';
import type { Workspace } from '../read-corpus.ts';
import { blobOf } from '../renames.ts';
import { sha256 } from '../sha256.ts';
import { pointAt } from '../text.ts';
import { withEdits } from './edit.ts';
import { fieldsIn } from './edit-fields.ts';
import { insertion } from './edit-lists.ts';

/** Adds the digests that a document leaves out to its text; null where it leaves out none that can be told. */
export type Digests = (entry: Entry, text: string) => { text: string; lines: string[] } | null;

/**
 * Digests of the files that fields name. Only where git has seen one content of the file and no other: else
 * somebody has to say which of them was meant.
 */
export function missingDigests({ root, corpus }: Workspace): Digests {
  let git: ReturnType<typeof readGitWitness> | undefined;
  const digestOf = (path: string): string | null => {
    git ??= readGitWitness(root);
    const [only, ...others] = git.versions(path);
    const bytes = readFileSync(join(root, path));
    return others.length === 0 && only?.blob === blobOf(bytes) ? sha256(bytes) : null;
  };
  return (entry, text) => {
    const missing = gapsOf(entry).flatMap(({ field, file }) => {
      const digest = corpus.assets.has(file) ? digestOf(file) : null;
      return digest === null ? [] : [{ field, digest }];
    });
    return missing.length === 0 ? null : added(entry, text, missing);
  };
}

/** Fields for a digest that are empty, each with the file that it is of. */
function gapsOf({ type, data, path, readable }: Entry): { field: string; file: string }[] {
  return fileFields.flatMap(({ from, field: [name = '', ...below] }) => {
    const field = `${name.replace(/_ref$/, '')}_digest`;
    const isGap = from === type.name && below.length === 0 && field in type.schema.shape;
    if (!readable || !isGap || data[field] !== undefined) return [];
    const file = resolvePath(path, textAt(data, name) ?? '');
    return file === null ? [] : [{ field, file }];
  });
}

function added(
  { path, type }: Entry,
  text: string,
  missing: readonly { field: string; digest: string }[],
): ReturnType<Digests> {
  return missing.reduce<{ text: string; lines: string[] } | null>((sum, { field, digest }) => {
    const before = sum?.text ?? text;
    const fields = fieldsIn(before, path);
    if (!fields) return sum;
    const edit = insertion(fields, type, field, digest);
    const line = `${pointAt(before, edit.start).line}: ${field}: ${digest}`;
    return { text: withEdits(before, [edit]), lines: [...(sum?.lines ?? []), line] };
  }, null);
}
