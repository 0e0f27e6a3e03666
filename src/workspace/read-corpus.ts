import { join } from 'node:path';
import { outlineOf } from '../domain/body/outline.ts';
import { pageAddress } from '../domain/body/target.ts';
import { type Finding, problemOf, withArticle } from '../domain/checks/rule.ts';
import { fileName } from '../domain/checks/rules/file-name.ts';
import { fileReadable } from '../domain/checks/rules/file-readable.ts';
import type { TypeDefinition } from '../domain/documents/define.ts';
import { typeNamed, typeOfFolder, types } from '../domain/documents/registry.ts';
import type { Corpus, Entry } from '../domain/graph/corpus.ts';
import { compareText, type Problem, wholeFile } from '../domain/problems/problem.ts';
import { suggest } from '../domain/problems/suggest.ts';
import { problemsOfDiagrams } from './diagrams.ts';
import { FRONTMATTER_LINE, splitFrontmatter } from './frontmatter.ts';
import { hiddenInDocument, hiddenInName, hiddenInYaml } from './hidden.ts';
import { parseMdx } from './mdx.ts';
import { plantedRepositories } from './planted-repository.ts';
import { dangersOf } from './svg.ts';
import { readText } from './text.ts';
import { walk } from './walk.ts';
import { parseYaml } from './yaml.ts';

/** A content folder as it was read. */
export interface Workspace {
  /** Absolute path of the content folder. */
  readonly root: string;
  readonly corpus: Corpus;
  /** The text of each document and record, by its path inside the folder. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads every document and record below `root`; what cannot be read becomes a problem, and the rest goes on. */
export function readWorkspace(root: string): Workspace {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  const assets = new Set<string>();
  const texts = new Map<string, string>();
  for (const { path, trouble } of walk(root)) {
    if (trouble !== null) {
      problems.push(problemOf(fileReadable, { path, position: wholeFile, ...trouble }));
      continue;
    }
    const place = placeOf(path);
    if (place.kind === 'asset') {
      assets.add(path);
      problems.push(...hiddenInName(path));
      if (/\.svg$/i.test(path)) problems.push(...readPicture(join(root, path), path));
    }
    if (place.kind === 'problem') problems.push(place.problem);
    if (place.kind === 'entry') {
      const { text, problems: found } = readText(join(root, path), path, place.type.name);
      problems.push(...found);
      if (text === null) continue;
      texts.set(path, text);
      const read = readEntry(path, place.type, text);
      entries.push(read.entry);
      problems.push(...read.problems);
    }
  }
  problems.push(...plantedRepositories([...assets]));
  return { root, corpus: corpusOf(entries, assets, problems), texts };
}

/** What is wrong with an SVG, which is code as much as a picture. */
function readPicture(file: string, path: string): readonly Problem[] {
  const { text, problems } = readText(file, path, '');
  return text === null ? problems : dangersOf(text, path);
}

/** A workspace with no file in it, for a folder that is not written yet. */
export const emptyWorkspace = (root: string): Workspace => ({
  root,
  corpus: corpusOf([], new Set(), []),
  texts: new Map(),
});

/** The workspace as it would be read with the document or record `text` at `path`, in place of what is there. */
export function withText(
  { root, corpus, texts }: Workspace,
  path: string,
  text: string,
): Workspace {
  const place = placeOf(path);
  if (place.kind !== 'entry') throw new Error(`No type keeps its documents at ${path}`);
  const { entry, problems } = readEntry(path, place.type, text);
  const others = <T extends { readonly path: string }>(all: readonly T[]) =>
    all.filter((one) => one.path !== path);
  const entries = [...others(corpus.entries), entry].sort((a, b) => compareText(a.path, b.path));
  return {
    root,
    corpus: corpusOf(entries, corpus.assets, [...others(corpus.problems), ...problems]),
    texts: new Map([...texts, [path, text]]),
  };
}

/** The workspace as it would be read with a file at `path` that documents may link to. */
export function withAsset({ root, corpus, texts }: Workspace, path: string): Workspace {
  const { entries, assets, problems } = corpus;
  return { root, corpus: corpusOf(entries, new Set([...assets, path]), problems), texts };
}

function corpusOf(
  entries: readonly Entry[],
  assets: ReadonlySet<string>,
  problems: readonly Problem[],
): Corpus {
  const byId = new Map(entries.toReversed().map((entry) => [entry.id, entry]));
  return { entries, byId, assets, problems };
}

type Place =
  | { readonly kind: 'entry'; readonly type: TypeDefinition }
  | { readonly kind: 'asset' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** What a repository has at its top, and no reader of the handbook needs. */
const REPOSITORY_FILES = /^(readme|licen[cs]e|contributing|changelog)(\.|$)/i;

/** What a file is by its folder and ending. */
function placeOf(path: string): Place {
  const [, stem = '', ending = ''] = /^(.*?)(?:\.([^./]+))?$/s.exec(path) ?? [];
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
  if (folder === '' && REPOSITORY_FILES.test(path)) return { kind: 'asset' };
  const isDocument = /^(mdx?|markdown)$/i.test(ending);
  const isRecord = /^ya?ml$/i.test(ending);
  const type = folder === '' ? typeNamed(stem) : typeOfFolder(folder);
  const known = type !== undefined && type.folder === folder ? type : undefined;
  const problem = (
    finding: Omit<Finding<'ending' | 'top' | 'folder' | 'folderNear'>, 'path' | 'position'>,
  ): Place => ({
    kind: 'problem',
    problem: problemOf(fileName, { path, position: wholeFile, ...finding }),
  });
  if (!isDocument && !isRecord) return { kind: 'asset' };
  if (!known) {
    const folders = types.map((one) => one.folder).filter(Boolean);
    if (folder === '') return problem({ messageId: 'top', args: { folders: folders.join(', ') } });
    const near = suggest(folder, folders);
    return near === null
      ? problem({
          messageId: 'folder',
          args: { folder, folders: folders.join(', ') },
        })
      : problem({
          messageId: 'folderNear',
          args: { folder, expected: path.replace(folder, near) },
        });
  }
  if (ending === known.format) return { kind: 'entry', type: known };
  if (isRecord && known.format === 'mdx') return { kind: 'asset' };
  const args = {
    label: withArticle(known.label),
    format: known.format,
    expected: `${stem.split('/').at(-1)}.${known.format}`,
  };
  return problem({ messageId: 'ending', args });
}

function readEntry(
  path: string,
  type: TypeDefinition,
  text: string,
): { entry: Entry; problems: Problem[] } {
  const { id, problems } = identify(path, type);
  if (type.format === 'yaml') {
    const yaml = parseYaml(text, path, 1);
    problems.push(...yaml.problems, ...hiddenInYaml(text, path, yaml.readable));
    const { data, readable } = yaml;
    return { entry: { id, type, path, data, readable, outline: null, body: '' }, problems };
  }
  const split = splitFrontmatter(text, path);
  const yaml = split.yaml === null ? null : parseYaml(split.yaml, path, FRONTMATTER_LINE);
  // Where the frontmatter is never closed, nobody can say where the body begins.
  const mdx = split.open ? { tree: null, problems: [] } : parseMdx(text, path);
  const outline = mdx.tree === null ? null : outlineOf(mdx.tree);
  problems.push(...split.problems, ...(yaml?.problems ?? []), ...mdx.problems);
  problems.push(...hiddenInDocument(text, split, yaml?.readable === true, mdx.tree, path));
  problems.push(...problemsOfDiagrams(outline?.diagrams ?? [], path));
  const entry: Entry = {
    id,
    type,
    path,
    data: yaml?.data ?? {},
    readable: yaml?.readable ?? false,
    outline,
    body: split.body,
  };
  return { entry, problems };
}

/** The id of a file, and what is wrong with its name: an address is made of a-z, digits and hyphens. */
function identify(path: string, type: TypeDefinition): { id: string; problems: Problem[] } {
  const stem = path.replace(/\.[^./]+$/, '');
  const id = stem
    .split('/')
    .map((part) => slugify(part) || codes(part))
    .join('/');
  const name = path.slice(type.folder === '' ? 0 : type.folder.length + 1);
  const problem = (messageId: 'slug' | 'noSlug' | 'index', expected: string) => [
    problemOf(fileName, { messageId, path, position: wholeFile, args: { name, expected } }),
  ];
  if (stem.split('/').some((part) => slugify(part) === ''))
    return { id, problems: problem('noSlug', '') };
  if (id !== stem) return { id, problems: problem('slug', `${id}.${type.format}`) };
  return { id, problems: id.endsWith('/index') ? problem('index', pageAddress(type.folder)) : [] };
}

/** A name of its own for a part without letters a-z: the code points of its characters. */
const codes = (part: string): string =>
  [...part].map((character) => `u${character.codePointAt(0)?.toString(16)}`).join('-');

/** Text as a part of an address: ASCII letters, digits and single hyphens. */
export const slugify = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
