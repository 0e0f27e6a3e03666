import { resolve } from 'node:path';
import { openSource } from './sources/open.ts';
import type { Source } from './sources/source.ts';
import { prefixesOf } from './virtual-path.ts';
import type { SourceOrder } from './worker-model.ts';

/** A source of an import, open. */
export interface Opened extends SourceOrder {
  readonly source: Source;
}

/** Opens sources under names that tell them apart, whatever order they were named in. */
export async function openAll(paths: readonly string[]): Promise<Opened[]> {
  const opened: { path: string; source: Source }[] = [];
  try {
    for (const path of paths) opened.push({ path, source: await openSource(path) });
  } catch (error) {
    closeAll(opened);
    throw error;
  }
  const names = opened.map(({ path, source }) => {
    const isShared = opened.filter((one) => one.source.name === source.name).length > 1;
    const above = resolve(path, '..').split(/[\\/]/).at(-1);
    return isShared ? `${above}-${source.name}` : source.name;
  });
  const named = opened.map((one, index) => ({ ...one, name: names[index] ?? '' }));
  const prefixes = prefixesOf(
    named.map(({ path, name, source }) => ({ path, name, kind: source.kind })),
  );
  return named.map((one, index) => ({ ...one, prefix: prefixes[index] ?? '' }));
}

/** Closes sources. */
export function closeAll(opened: readonly { readonly source: Source }[]): void {
  for (const { source } of opened) source.close();
}
