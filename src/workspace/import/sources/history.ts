import { readFramedLog } from '../../git-log.ts';
import type { Git } from '../../git-run.ts';
import { composed } from './names.ts';

/** What the log tells of a file: days are ISO, null where a shallow clone cannot know. */
export interface Past {
  readonly created: string | null;
  readonly changed: string | null;
}

const FIELDS = ['%H', '%as'];

/**
 * The past of each file below the folder, by its path in the repository, from one pass over the log. Renames are
 * followed where the repository holds what it takes to tell them.
 */
export function historyOf(git: Git): Map<string, Past> {
  try {
    return pastsBy(git, '-M');
  } catch {
    return pastsBy(git, '--no-renames');
  }
}

function pastsBy(git: Git, renames: string): Map<string, Past> {
  const args = ['log', '--no-relative', '--raw', renames, '-z', '--encoding=UTF-8'];
  const log = git([...args, `--format=${FIELDS.join('%x00')}`, '--', '.']);
  const cut = shallowCommits(git);
  const pasts = new Map<string, Writable>();
  /** Where a file of an older commit is today. */
  const today = new Map<string, string>();
  for (const { head, files } of readFramedLog(log, FIELDS.length)) {
    const [hash = '', day = ''] = head;
    const known = cut.has(hash) ? null : day;
    for (const file of files) {
      const path = today.get(file.path) ?? file.path;
      if (file.status === 'R') today.set(file.before, path);
      add(pasts, composed(path), known);
    }
  }
  return pasts;
}

interface Writable extends Past {
  created: string | null;
}

function add(pasts: Map<string, Writable>, path: string, day: string | null) {
  const past = pasts.get(path) ?? { created: day, changed: day };
  pasts.set(path, past);
  past.created = day;
}

/** The commits at which a shallow clone was cut: they seem to add every file. */
function shallowCommits(git: Git): ReadonlySet<string> {
  if (git(['rev-parse', '--is-shallow-repository']).trim() !== 'true') return new Set();
  const roots = git(['rev-list', '--max-parents=0', 'HEAD']).split('\n');
  return new Set(roots.filter((hash) => hash !== ''));
}
