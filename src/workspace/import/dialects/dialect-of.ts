import type { Dialect } from '../../../domain/import/model.ts';

/** What is known of a source when its dialect is asked for. */
export interface DialectClues {
  /** Paths of all files of the source, with forward slashes. */
  readonly paths: readonly string[];
  /** What stands in the folders above the source, the nearest first. */
  readonly above?: readonly (readonly string[])[] | undefined;
  /** Some of its texts, to tell by what they hold where no file does. */
  readonly texts?: readonly string[];
}

/**
 * The dialect of a source, or of a file in it when its path is given: by the nearest folder above it that has a
 * dialect's own file, then by what the texts hold; plain Markdown where nothing tells.
 */
export function dialectOf(clues: DialectClues, path?: string): Dialect {
  const folders = foldersOf(clues.paths);
  const marked = path === undefined ? topmost(folders) : nearest(folders, path);
  return marked ?? ofAll(clues);
}

/** A reader of dialects for all files of a source, which looks at its paths once. */
export function dialectsOf(clues: DialectClues): (path: string) => Dialect {
  const folders = foldersOf(clues.paths);
  const rest = ofAll(clues);
  return (path) => nearest(folders, path) ?? rest;
}

/** What is said by no folder of the source: its site may be set up above it. */
function ofAll({ paths, above = [], texts = [] }: DialectClues): Dialect {
  for (const level of above) {
    const dialect = foldersOf(level).get('');
    if (dialect) return dialect;
  }
  return byPaths(paths) ?? byTexts(texts) ?? 'markdown';
}

const MARKERS: readonly (readonly [RegExp, Dialect])[] = [
  [/^\.log4brains\.ya?ml$/, 'log4brains'],
  [/^\.adr-dir$/, 'adr-tools'],
  [/^mkdocs(?:\.\w+)?\.ya?ml$/, 'mkdocs'],
  [/^docusaurus\.config\.[cm]?[jt]s$/, 'docusaurus'],
  [/^astro\.config\.[cm]?[jt]s$/, 'starlight'],
  [/^(?:hugo|config)\.(?:toml|ya?ml|json)$/, 'hugo'],
  [/^_config\.ya?ml$/, 'jekyll'],
];

/** Folders with a dialect's own file in them; `''` is the source itself. */
function foldersOf(paths: readonly string[]): ReadonlyMap<string, Dialect> {
  const folders = new Map<string, Dialect>();
  const all = new Set(paths);
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(0, slash));
    const name = path.slice(slash + 1);
    if (/(?:^|\/)\.obsidian$/.test(folder)) {
      folders.set(folder.replace(/\/?\.obsidian$/, ''), 'obsidian');
      continue;
    }
    const dialect = MARKERS.find(([marker]) => marker.test(name))?.[1];
    if (dialect && isReal(name, folder, all)) place(folders, folder, dialect);
  }
  return folders;
}

/** `config.toml` says Hugo only beside a folder of Hugo's, `config/_default` is always one. */
function isReal(name: string, folder: string, all: ReadonlySet<string>): boolean {
  if (!name.startsWith('config.')) return true;
  if (/(?:^|\/)config\/_default$/.test(folder)) return true;
  const before = folder === '' ? '' : `${folder}/`;
  return ['content/', 'archetypes/', 'layouts/'].some((one) => {
    for (const path of all) if (path.startsWith(before + one)) return true;
    return false;
  });
}

function place(folders: Map<string, Dialect>, folder: string, dialect: Dialect): void {
  const base = folder.replace(/\/?config\/_default$/, '');
  // Where decisions are kept is more than how the site around them is made.
  const before = folders.get(base);
  if (before !== 'log4brains' && before !== 'adr-tools') folders.set(base, dialect);
}

function nearest(folders: ReadonlyMap<string, Dialect>, path: string): Dialect | null {
  let folder = path;
  while (folder !== '') {
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    const dialect = folders.get(folder);
    if (dialect) return dialect;
  }
  return null;
}

function topmost(folders: ReadonlyMap<string, Dialect>): Dialect | null {
  const found = [...folders].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return found[0]?.[1] ?? null;
}

/** Names that only one dialect gives to its files. */
function byPaths(paths: readonly string[]): Dialect | null {
  const has = (pattern: RegExp) => paths.some((path) => pattern.test(path));
  if (has(/(?:^|\/)_index(?:\.\w{2})?\.md$/)) return 'hugo';
  if (has(/(?:^|\/)_(?:posts|includes|layouts)\//)) return 'jekyll';
  if (has(/(?:^|\/)_(?:Sidebar|Footer)\.md$/) && has(/(?:^|\/)Home\.md$/)) return 'github';
  if (has(/ [0-9a-f]{32}(?:\.md|\.csv|\/)/)) return 'notion';
  return null;
}

const SIGNS: readonly (readonly [RegExp, Dialect, number])[] = [
  [/\{\{[<%]\s*\/?\s*\w/g, 'hugo', 1],
  [/^(?:!!!|\?\?\?\+?)\s+\w|^===\s+"/gm, 'mkdocs', 1],
  [/\{%-?\s*(?:include|highlight|raw|link|assign|post_url)\b|\{\{\s*(?:site|page)\./g, 'jekyll', 1],
  [
    /!\[\[[^\]\n]{1,200}\]\]|\[\[[^\]\n]{1,200}\|[^\]\n]{1,200}\]\]|^> \[!\w+\][+-]/gm,
    'obsidian',
    1,
  ],
  [/@astrojs\/starlight|<(?:FileTree|CardGrid|LinkCard)\b/g, 'starlight', 3],
  [/@theme\/|@docusaurus\/|^sidebar_(?:position|label):|<TabItem\b/gm, 'docusaurus', 2],
  [/^:::\s?(?:note|tip|info|caution|danger|warning)\b/gm, 'docusaurus', 1],
  [/^> \[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*$/gm, 'github', 1],
];

/** At most so much of a source's texts as is needed to tell. */
const ENOUGH = 2_000_000;

function byTexts(texts: readonly string[]): Dialect | null {
  const scores = new Map<Dialect, number>();
  let left = ENOUGH;
  for (const text of texts) {
    const prose = withoutFences(text.slice(0, Math.min(left, 100_000)));
    left -= prose.length;
    for (const [sign, dialect, weight] of SIGNS) {
      const found = Math.min(5, [...prose.matchAll(sign)].length);
      scores.set(dialect, (scores.get(dialect) ?? 0) + found * weight);
    }
    if (left <= 0) break;
  }
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  return best && best[1] > 0 ? best[0] : null;
}

/** Examples in code say nothing of how the text is written. */
function withoutFences(text: string): string {
  let open = '';
  return text
    .split('\n')
    .filter((line) => {
      const fence = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      if (open === '' && fence !== '') open = fence;
      else if (open !== '' && fence.startsWith(open)) open = '';
      else return open === '';
      return false;
    })
    .join('\n');
}
