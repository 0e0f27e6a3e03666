/** Which commit comes from which. */
export interface Lineage {
  /** Whether a commit is an ancestor of another one. */
  precedes(earlier: string, later: string): boolean;
  /** Who merged a commit into the main line; null for a commit that stands on it. */
  mergedBy(commit: string): string | null;
  /** When a commit was made, ISO 8601: as it says, but never before what it comes from. */
  madeAt(commit: string): string;
}

/** The last second that an ISO date with a year of four digits can name. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/** Reads lines of `hash parents... \u0001 seconds \u0001 author`, newest first. */
export function lineageOf(log: string): Lineage {
  const parents = new Map<string, readonly string[]>();
  const authors = new Map<string, string>();
  const said = new Map<string, number>();
  for (const line of log.split('\n').filter(Boolean)) {
    const [hashes = '', seconds = '', ...author] = line.split('\u0001');
    const [id = '', ...above] = hashes.split(' ').filter(Boolean);
    parents.set(id, above);
    authors.set(id, author.join('\u0001'));
    said.set(id, Math.min(Number(seconds), LAST));
  }
  const made = momentsOf(said, parents);
  const head = parents.keys().next().value;
  const merged = head === undefined ? new Map<string, string>() : mergers(head, parents);
  return {
    precedes: (earlier, later) => earlier !== later && reaches(later, earlier, parents),
    mergedBy: (commit) => authors.get(merged.get(commit) ?? '') ?? null,
    madeAt: (commit) =>
      new Date((made.get(commit) ?? 0) * 1000).toISOString().replace('.000Z', 'Z'),
  };
}

/** The second of each commit, oldest first: whoever commits can set it back, but not that of its ancestors. */
function momentsOf(said: ReadonlyMap<string, number>, parents: Parents): Map<string, number> {
  const made = new Map<string, number>();
  for (const [id, seconds] of [...said].reverse()) {
    const above = (parents.get(id) ?? []).map((parent) => made.get(parent) ?? 0);
    made.set(id, Math.max(seconds, ...above));
  }
  return made;
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
