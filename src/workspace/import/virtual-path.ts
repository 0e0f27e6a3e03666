import { posix } from 'node:path';
import type { SourceFacts } from './sources/source.ts';
import type { SourceOrder } from './worker-model.ts';

/** The path of a file among the files of all sources that are imported together. */
export const virtualPath = ({ prefix }: Pick<SourceOrder, 'prefix'>, path: string): string =>
  prefix + path;

/** The https address of a path among all sources, or outside of them in the repository of one. */
export function webAddressIn(
  sources: readonly (Pick<SourceOrder, 'prefix'> & {
    readonly source: { readonly facts: SourceFacts };
  })[],
): (path: string) => string | null {
  return (path) => {
    for (const { prefix, source } of sources) {
      const address = source.facts.addressOf(posix.relative(prefix, path));
      if (address !== null) return address;
    }
    return null;
  };
}

/**
 * What the paths of each source begin with, so that those of one folder tree lead to each other as they do on
 * disk: the way from the folder that holds them all, or the source's name where nothing near does.
 */
export function prefixesOf(
  sources: readonly { readonly path: string; readonly name: string; readonly kind: string }[],
): string[] {
  if (sources.length < 2) return sources.map(() => '');
  const folders = sources.map(({ path, kind }) =>
    path.split(/[\\/]/).slice(0, kind === 'file' ? -1 : undefined),
  );
  const [first = []] = folders;
  const shared = first.findIndex((part, at) => folders.some((one) => one[at] !== part));
  const above = shared < 0 ? first.length : shared;
  const isNear = folders.every((one) => one.length - above <= NEAR);
  return sources.map(({ name, kind }, index) => {
    const way = (folders[index] ?? []).slice(above);
    return !isNear || kind === 'zip' ? `${name}/` : way.map((part) => `${part}/`).join('');
  });
}

/** Folders between two sources and what holds both, up to which they are of one tree. */
const NEAR = 4;
