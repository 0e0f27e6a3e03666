/** Builds the https address of a file or folder at a commit. */
export type WebAddress = (kind: 'file' | 'folder', path: string) => string;

/** The web pages of a repository's remote, without names and passwords; null for one that has none. */
export function webAddress(remote: string, commit: string): WebAddress | null {
  const base = baseOf(remote);
  if (base === null) return null;
  const words = wordsOf(new URL(base).hostname);
  return (kind, path) => {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    return `${base}/${words[kind]}/${commit}/${encoded}`.replace(/\/$/, '');
  };
}

function wordsOf(host: string): { file: string; folder: string } {
  if (host.includes('gitlab')) return { file: '-/blob', folder: '-/tree' };
  if (host.includes('bitbucket')) return { file: 'src', folder: 'src' };
  return { file: 'blob', folder: 'tree' };
}

/** `git@host:owner/name.git`, `ssh://…` and `https://user:token@…` as `https://host/owner/name`. */
function baseOf(remote: string): string | null {
  const short = /^(?:[^@\s/:]+@)?([a-z0-9.-]+\.[a-z]{2,}):(?!\/\/)([^\s]+)$/i.exec(remote);
  const whole =
    /^(?:https?|ssh|git):\/\/(?:[^@/\s]*@)?([a-z0-9.-]+\.[a-z]{2,})(?::\d+)?\/([^\s?#]+)$/i.exec(
      remote,
    );
  const [, host, path] = short ?? whole ?? [];
  if (host === undefined || path === undefined) return null;
  const name = path
    .replace(/^\/+/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  return name === '' ? null : `https://${host.toLowerCase()}/${name}`;
}
