import type { Entry } from '../graph/corpus.ts';
import type { Graph } from '../graph/graph.ts';
import type { Problem } from '../problems/problem.ts';
import { contentRoot } from '../standard/facts/proofs.ts';
import type { StandardContext } from '../standard/rule.ts';
import type { GitWitness, Version } from '../standard/witness.ts';
import type { Cut } from './cut.ts';

/** What the rules of the standard see of a copy: nothing that its readers may not. */
export function contextOf(
  whole: StandardContext,
  cut: Cut,
  { graph, problems }: { readonly graph: Graph; readonly problems: readonly Problem[] },
): StandardContext {
  const { corpus, original } = cut;
  const paths = new Set([...corpus.entries.map(({ path }) => path), ...corpus.assets]);
  return {
    ...whole,
    corpus,
    graph,
    problems,
    // A digest of all documents says nothing of any, and a signature is for all of them.
    root: contentRoot(whole),
    git: gitOf(whole, cut, paths),
    treeOf: (entry) => whole.treeOf(original(entry)),
    hashOf: (entry) => whole.hashOf(original(entry)),
    signatureOf: (entry) => whole.signatureOf(original(entry)),
    fileOf: (path) => (paths.has(path) ? whole.fileOf(path) : null),
    pastOf: (version) => (wasOpen(version, whole, cut) ? whole.pastOf(version) : null),
  };
}

function gitOf(whole: StandardContext, cut: Cut, paths: ReadonlySet<string>): GitWitness {
  const { git } = whole;
  return {
    ...git,
    versions: (path) => (paths.has(path) ? git.versions(path) : []),
    gone: git.gone.filter((gone) => paths.has(gone.path) || wasOpen(gone, whole, cut)),
    textOf: (version) => (wasOpen(version, whole, cut) ? git.textOf(version) : null),
    digestsAt: (commit) => {
      const digests = git.digestsAt(commit);
      return digests && new Map([...digests].filter(([path]) => paths.has(path)));
    },
  };
}

/** Whether the readers of a copy could have read an earlier text: it may have been for others then. */
function wasOpen(version: Version, whole: StandardContext, cut: Cut): boolean {
  const { audience, corpus, hidden } = cut;
  if (version.path.endsWith('.yaml'))
    return (
      pathsOf(corpus.entries).has(version.path) &&
      !hidden.names.isIn(whole.git.textOf(version) ?? '')
    );
  if (!version.path.endsWith('.mdx')) return false;
  const groups = whole.pastOf(version)?.data['audience'];
  return Array.isArray(groups) && groups.includes(audience.name);
}

const known = new WeakMap<readonly Entry[], ReadonlySet<string>>();

function pathsOf(entries: readonly Entry[]): ReadonlySet<string> {
  const paths = known.get(entries) ?? new Set(entries.map(({ path }) => path));
  known.set(entries, paths);
  return paths;
}
