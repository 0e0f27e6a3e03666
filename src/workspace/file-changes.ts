import type { FileChange } from '../domain/changes/file-change.ts';

/** Reads `git diff-index --raw -z`: `:mode mode blob blob status NUL path [NUL new path] NUL`. */
export function changesOf(raw: string, prefix: string): FileChange[] {
  const inside = (path: string) => (prefix === '.' ? path : path.slice(prefix.length + 1));
  const words = raw.split('\0');
  const changes: FileChange[] = [];
  for (let at = 0; words[at]?.startsWith(':'); ) {
    const status = words[at]?.split(' ').at(-1)?.[0] ?? '';
    const isPair = status === 'R' || status === 'C';
    const before = inside(words[at + 1] ?? '');
    const path = isPair ? inside(words[at + 2] ?? '') : before;
    const kind = kinds[status] ?? 'changed';
    changes.push({ kind, path, before: kind === 'added' ? path : before });
    at += isPair ? 3 : 2;
  }
  return changes;
}

const kinds: Readonly<Record<string, FileChange['kind']>> = {
  A: 'added',
  C: 'added',
  D: 'removed',
  R: 'renamed',
};
