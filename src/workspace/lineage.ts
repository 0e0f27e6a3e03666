/** Which commit comes from which. */
export interface Lineage {
  /** Whether a commit is an ancestor of another one. */
  precedes(earlier: string, later: string): boolean;
  /** Who merged a commit into the main line; null for a commit that stands on it. */
  mergedBy(commit: string): string | null;
}

/** Reads lines of `hash parents... \u0001 author`, newest first. */
export function lineageOf(log: string): Lineage {
  const parents = new Map<string, readonly string[]>();
  const authors = new Map<string, string>();
  for (const line of log.split('\n').filter(Boolean)) {
    const [hashes = '', author = ''] = line.split('\u0001');
    const [id = '', ...above] = hashes.split(' ').filter(Boolean);
    parents.set(id, above);
    authors.set(id, author);
  }
  const head = parents.keys().next().value;
  const merged = head === undefined ? new Map<string, string>() : mergers(head, parents);
  return {
    precedes: (earlier, later) => earlier !== later && reaches(later, earlier, parents),
    mergedBy: (commit) => authors.get(merged.get(commit) ?? '') ?? null,
  };
}

type Parents = ReadonlyMap<string, readonly string[]>;

function reaches(from: string, to: string, parents: Parents): boolean {
  const seen = new Set([from]);
  for (const commit of seen) {
    if (commit === to) return true;
    for (const parent of parents.get(commit) ?? []) seen.add(parent);
  }
  return false;
}

/** For each commit that came in by a merge, the merge that brought it into the main line. */
function mergers(head: string, parents: Parents): Map<string, string> {
  const main = new Set<string>();
  for (let at: string | undefined = head; at !== undefined; at = parents.get(at)?.[0]) main.add(at);
  const merged = new Map<string, string>();
  for (const merge of [...main].reverse()) {
    const queue = (parents.get(merge) ?? []).slice(1);
    for (const commit of queue) {
      if (main.has(commit) || merged.has(commit)) continue;
      merged.set(commit, merge);
      queue.push(...(parents.get(commit) ?? []));
    }
  }
  return merged;
}
