import { existsSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { parse } from 'yaml';
import { types } from '../../src/domain/documents/registry.ts';

interface Label {
  readonly files: string;
  readonly type: string;
}

/** Says which folder of the handbook a document of a corpus belongs in; null where nobody says what it is. */
export type FolderOf = (corpus: string, path: string) => string | null;

/** Reads which types the documents of corpora have; the first pattern that fits a path counts. */
export function readLabels(file: string): FolderOf {
  if (!existsSync(file)) return () => null;
  const corpora = parse(readFileSync(file, 'utf8')) as Record<string, readonly Label[]>;
  const folders = new Map<string, string>(types.map(({ name, folder }) => [name, folder]));
  return (corpus, path) => {
    const label = corpora[corpus]?.find(({ files }) => matchesGlob(path, files));
    return folders.get(label?.type ?? '') ?? null;
  };
}
