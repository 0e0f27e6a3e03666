import { slug as github } from 'github-slugger';
import type { Dialect } from '../model.ts';

/** The folder of a path; empty for what lies at the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The last part of a path. */
export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A path without the ending of its file. */
export const stemOf = (path: string): string => path.replace(/(?<=[^/])\.[^./]+$/, '');

const DOCUMENT_ENDING = /\.(?:mdx?|markdown|mdown|html?|adoc|asciidoc|rst|docx)$/i;

/** A path without the ending that a document has; any other path as it is. */
export const withoutEnding = (path: string): string => path.replace(DOCUMENT_ENDING, '');

/** Whether a file is what is shown for its folder. */
export const isIndex = (path: string): boolean =>
  /^(?:readme|_?index)$/i.test(stemOf(baseOf(path)));

/** Two paths as one; null where that climbs out. */
export function joined(folder: string, path: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Two paths as one that may begin with `..`. */
export function joinedOut(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** A path in the one form in which paths are compared without regard to case. */
export const folded = (path: string): string => path.normalize('NFC').toLowerCase();

/** Dialects whose links lead to pages by their address, so that `setup` is `setup.md` before it is a folder. */
export const isOfPages = (dialect: Dialect): boolean => pages.has(dialect);

const pages: ReadonlySet<Dialect> = new Set([
  'hugo',
  'jekyll',
  'mkdocs',
  'docusaurus',
  'starlight',
  'obsidian',
]);

/** The address of a page in the one form in which they are compared. */
export const urlKey = (url: string): string =>
  folded(url)
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
    .replace(/\.html?$/, '')
    .replace(/(?:^|\/)(?:readme|_?index)$/, '');

/** A part of an address as site generators make it of a title. */
export const slugged = (words: string): string => github(words.trim());
