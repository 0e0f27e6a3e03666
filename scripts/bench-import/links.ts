import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Written } from './result.ts';
import type { SourceFile } from './source.ts';
import { anchorOf, lettersOf, type SeenLink, type Spoken } from './spoken.ts';

/** Folders from which a path that begins with a slash is read, beside the source's own. */
const roots = [
  '',
  'docs',
  'doc',
  'content',
  'content/en',
  'static',
  'public',
  'src',
  'src/content/docs',
  'assets',
];
/** What may be left out at the end of an address. */
const endings = [
  '',
  '.md',
  '.mdx',
  '.html',
  '.adoc',
  '/index.md',
  '/index.mdx',
  '/README.md',
  '/_index.md',
  '/index.html',
  '/index.adoc',
];

export interface LinkCounts {
  /** Links inside the source that led somewhere there. */
  readonly before: number;
  /** Of these, those that lead somewhere in the result. */
  readonly after: number;
  /** Those that do not. */
  readonly broken: readonly string[];
}

/** Counts links that led somewhere in the source and still do, by the disk on both sides. */
export function countLinks(
  folder: string,
  files: readonly SourceFile[],
  written: ReadonlyMap<string, Written>,
  content: string,
): LinkCounts {
  const byPath = new Map(files.map((file) => [file.path, file.spoken]));
  const anchors = new Map([...written.values()].map(({ path, spoken }) => [path, spoken]));
  let before = 0;
  const broken: string[] = [];
  for (const { path, spoken } of files) {
    const document = written.get(path);
    const pool = document ? poolOf(document.spoken) : new Map<string, SeenLink[]>();
    for (const link of [...spoken.links, ...spoken.images]) {
      if (!isInside(link.target) || !leadsInSource(folder, path, link.target, byPath)) continue;
      before += 1;
      const now = pool.get(lettersOf(link.words))?.shift();
      if (!now || !leadsInResult(content, document?.path ?? '', now.target, anchors))
        broken.push(
          `${path}: [${link.words.trim().slice(0, 60)}](${link.target}) -> ${now?.target ?? 'no link'}`,
        );
    }
  }
  return { before, after: before - broken.length, broken };
}

const isInside = (target: string): boolean =>
  target !== '' && !/^(?:[a-z][\w+.-]*:|\/\/)/i.test(target) && !/[{}]/.test(target);

function poolOf({ links, images }: Spoken): Map<string, SeenLink[]> {
  const pool = new Map<string, SeenLink[]>();
  for (const one of [...links, ...images]) {
    const key = lettersOf(one.words);
    pool.set(key, [...(pool.get(key) ?? []), one]);
  }
  return pool;
}

function parts(target: string): [path: string, anchor: string] {
  const [address = '', ...rest] = target.split('#');
  const path = address.split('?')[0] ?? '';
  try {
    return [decodeURIComponent(path), rest.join('#')];
  } catch {
    return [path, rest.join('#')];
  }
}

function leadsInSource(
  folder: string,
  from: string,
  target: string,
  files: ReadonlyMap<string, Spoken>,
): boolean {
  const [path, anchor] = parts(target);
  const found = path === '' ? from : fileOf(folder, from, path);
  if (found === null) return false;
  const spoken = files.get(found);
  return anchor === '' || !spoken || spoken.anchors.has(anchorOf(anchor));
}

/** The file of a source that an address means, or null. */
function fileOf(folder: string, from: string, path: string): string | null {
  const bases = path.startsWith('/')
    ? roots.map((root) => join(root, path))
    : [posix.join(posix.dirname(from), path)];
  for (const base of bases) {
    for (const ending of endings) {
      const candidate = posix.normalize(base.replace(/\/$/, '') + ending);
      if (candidate.startsWith('..')) continue;
      const full = join(folder, candidate);
      if (existsSync(full) && (statSync(full).isFile() || ending === '')) return candidate;
    }
  }
  return null;
}

function leadsInResult(
  content: string,
  from: string,
  target: string,
  documents: ReadonlyMap<string, Spoken>,
): boolean {
  // What left the source leads to its repository now.
  if (!isInside(target)) return /^https:/.test(target);
  const [path, anchor] = parts(target);
  const found = path === '' ? from : posix.join(posix.dirname(from), path);
  if (path.startsWith('/'))
    return (
      existsSync(join(content, `${path.replace(/\/$/, '')}.mdx`)) || existsSync(join(content, path))
    );
  if (!existsSync(join(content, found))) return false;
  const spoken = documents.get(found);
  return (
    anchor === '' ||
    !spoken ||
    spoken.anchors.has(anchorOf(anchor.replace(/-\d+$/, ''))) ||
    spoken.anchors.has(anchorOf(anchor))
  );
}
