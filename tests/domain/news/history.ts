import type { GitWitness, Past, Version } from '../../../src/domain/standard/witness.ts';
import { parseMdx } from '../../../src/workspace/mdx.ts';

/** A version with the text that it had, newest first in a history. */
export interface Told {
  readonly on: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly body?: string;
  readonly path?: string;
  readonly kind?: Version['kind'];
}

/** A history by the path that each file has now, and what is gone by the path that it had. */
export function historyOf(
  files: Readonly<Record<string, readonly Told[]>>,
  gone: Readonly<Record<string, Told>> = {},
  state: GitWitness['state'] = 'full',
) {
  const pasts = new Map<Version, Past>();
  const commit = (on: string) => ({
    ...{ id: on.replaceAll(/\D/g, '').padEnd(40, '0'), on: on.slice(0, 10) },
    ...{ at: `${on}T12:00:00Z`, author: '', committer: '', reviewers: [] },
  });
  const version = (path: string, told: Told, kind: Version['kind']): Version => {
    const made = { commit: commit(told.on), path: told.path ?? path, kind, blob: told.on };
    const { tree } = parseMdx(told.body ?? '', path);
    if (kind !== 'deleted' || gone[path]) pasts.set(made, { data: told.data, tree });
    return made;
  };
  const versions = new Map(
    Object.entries(files).map(([path, all]) => [
      path,
      all.map((told, at) =>
        version(path, told, told.kind ?? (at === all.length - 1 ? 'added' : 'changed')),
      ),
    ]),
  );
  const begins = [...versions.values()].flat().map(({ commit: { on } }) => on);
  const git: GitWitness = {
    state,
    begins: begins.sort()[0] ?? null,
    versions: (path) => versions.get(path) ?? [],
    firstWith: () => null,
    gone: Object.entries(gone).map(([path, told]) => {
      const made = version(path, told, 'deleted');
      const lost = { ...made, earlier: [] };
      pasts.set(lost, pasts.get(made) as Past);
      return lost;
    }),
    textOf: () => null,
    precedes: (a, b) => a.at < b.at,
    digestsAt: () => null,
  };
  return { git, pastOf: (one: Version) => pasts.get(one) ?? null };
}
