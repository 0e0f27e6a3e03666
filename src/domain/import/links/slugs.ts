import { slug as github } from 'github-slugger';
import type { Dialect } from '../model.ts';

/** How a dialect makes anchors of headings. */
export interface SlugRule {
  readonly slug: (words: string) => string;
  /** What stands before the number of the second heading of a name, and that number. */
  readonly again: readonly [join: string, first: number];
}

/** The rules by which anchors of a dialect are made; the first is its own, the others are met in its wild. */
export const slugRules = (dialect: Dialect): readonly SlugRule[] => rules[dialect] ?? [byGithub];

/** An anchor without all that the rules treat differently: letters and digits alone, in small letters. */
export const looseKey = (anchor: string): string =>
  anchor
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

const byGithub: SlugRule = { slug: (words) => github(words.trim()), again: ['-', 1] };

/** GitLab and Hugo of old join what punctuation leaves behind. */
const byGitlab: SlugRule = {
  slug: (words) => github(words.trim()).replaceAll(/-{2,}/g, '-'),
  again: ['-', 1],
};

/** The table of contents of Python-Markdown, as MkDocs has it. */
const byPython: SlugRule = {
  slug: (words) =>
    words
      .normalize('NFKD')
      .replaceAll(/[^\0-\x7f]/g, '')
      .replaceAll(/[^\w\s-]/g, '')
      .trim()
      .toLowerCase()
      .replaceAll(/[-\s]+/g, '-'),
  again: ['_', 1],
};

const byKramdown: SlugRule = {
  slug: (words) =>
    words
      .replace(/^[^a-zA-Z]+/, '')
      .replaceAll(/[^a-zA-Z0-9 -]/g, '')
      .replaceAll(' ', '-')
      .toLowerCase() || 'section',
  again: ['-', 1],
};

const byAsciidoctor: SlugRule = {
  slug: (words) =>
    `_${words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s._-]/gu, '')
      .replaceAll(/[\s._-]+/g, '_')
      .replaceAll(/^_|_$/g, '')}`,
  again: ['_', 2],
};

/** Obsidian links to a heading by its words. */
const byWords: SlugRule = {
  slug: (words) =>
    words
      .replaceAll(/[#^|[\]]+/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  again: [' ', 1],
};

const byConfluence: SlugRule = { slug: (words) => words.replaceAll(/\s+/g, ''), again: ['.', 1] };

const plain = [byGithub, byGitlab, byPython, byKramdown];

const rules: Readonly<Record<Dialect, readonly SlugRule[]>> = {
  markdown: plain,
  github: [byGithub],
  'adr-tools': [byGithub],
  madr: plain,
  log4brains: [byGithub],
  hugo: [byGithub, byGitlab],
  jekyll: [byGithub, byKramdown],
  mkdocs: [byPython, byGithub],
  docusaurus: [byGithub],
  starlight: [byGithub],
  obsidian: [byWords, byGithub],
  notion: [byGithub, byWords],
  confluence: [byConfluence, byGithub],
  asciidoc: [byAsciidoctor, byGithub],
  docx: [byGithub],
  html: [byGithub],
};
