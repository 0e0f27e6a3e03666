import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { types } from '../../src/domain/documents/registry.ts';
import type { Labels } from './types.ts';

/** Reads which types documents have: source, then path or pattern of a folder, then a type's name. */
export function readLabels(file: string): Labels {
  if (!existsSync(file)) return new Map();
  const folders = new Map(types.map(({ name, folder }) => [name as string, folder as string]));
  const read = parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  return new Map(
    Object.entries(read).flatMap(([source, labels]) =>
      Object.entries(labels).map(
        ([path, type]) => [`${source}/${path}`, folders.get(type) ?? type] as const,
      ),
    ),
  );
}
