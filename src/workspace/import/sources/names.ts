/** Folders that programs fill: no documentation stands in them. */
const MACHINE_FOLDERS = new Set(
  `node_modules bower_components __MACOSX __pycache__ .git .svn .hg .bzr .venv .tox .nox .cache .idea
   .vscode .vs .next .nuxt .astro .docusaurus .terraform .gradle .mvn .yarn .pnpm-store .npm .bundle .jekyll-cache
   .sass-cache .pytest_cache .mypy_cache .ruff_cache .trash .handbook .devcontainer .circleci .husky`.split(
    /\s+/,
  ),
);

/** Files that a system leaves behind. */
const MACHINE_FILES = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|~\$.*)$/i;

/** Whether a path is of a kind that an import leaves alone without a word. */
export function isMachineMade(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return MACHINE_FILES.test(name) || parts.some((part) => MACHINE_FOLDERS.has(part));
}

/** Whether a file stands in a hidden folder or is one: an attachment or a setting, never a document. */
export const isHidden = (path: string): boolean => /(?:^|\/)\.[^/]/.test(path);

/** One spelling for names that look the same: file systems and archives decompose letters or not. */
export const composed = (path: string): string => path.normalize('NFC');

/** The folder of a path with its last slash; empty at the top. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The path without the ending of its name. */
export const stemOf = (path: string): string => path.replace(/(?<=[^/])\.[^./]+$/, '');

/** A relative path taken from a folder (`a/b/` or empty); null where it leads above the top. */
export function resolvePath(folder: string, to: string): string | null {
  const parts: string[] = [];
  for (const part of `${folder}${to}`.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
