import type { TypeDefinition } from '../documents/define.ts';
import { types } from '../documents/registry.ts';
import type { Corpus } from '../graph/corpus.ts';
import { DRAFT } from './draft.ts';
import { editorSchema } from './json-schema.ts';
import { namesFile, namesSchema } from './names.ts';
import { editorSnippets } from './snippets.ts';

/** Folder of the schemas, from the folder that the editor opens. */
const schemaFolder = '.handbook/schemas';

const schemaPath = ({ name }: TypeDefinition): string => `${schemaFolder}/${name}.schema.json`;

/** Where the editor finds the names that documents of a content folder may be given. */
export const namesPath = `${schemaFolder}/${namesFile}`;

/**
 * What an editor reads and people do not edit, as texts by path from the folder that it opens. `content` is the
 * path of the content folder from there, empty where it is the same.
 */
export function editorFiles(corpus: Corpus, content: string): ReadonlyMap<string, string> {
  return new Map([
    ...types.map((type): [string, string] => [schemaPath(type), json(editorSchema(type))]),
    namesOf(corpus, content),
    ['.vscode/handbook.code-snippets', json(editorSnippets())],
  ]);
}

/** The one file that changes with the content; `$comment` says whose names it holds. */
export const namesOf = (corpus: Corpus, content: string): [string, string] => [
  namesPath,
  json({ $comment: ownerOf(content), ...namesSchema(corpus) }),
];

/** How the file of names says which content folder it is made from. */
export const ownerOf = (content: string): string =>
  `The names of ${content === '' ? 'this folder' : content}. Written by: npm run handbook -- schemas`;

/** Settings of VS Code that the schemas need, and extensions that read them. */
export const editorSettings = (content: string): Readonly<Record<string, unknown>> => ({
  'yaml.schemas': Object.fromEntries(
    types
      .filter(({ format }) => format === 'yaml')
      .map((type) => [`./${schemaPath(type)}`, patternsOf(type, content)]),
  ),
  // The handbook's YAML is 1.2, where `on` and `no` are words.
  'yaml.yamlVersion': '1.2',
  'astro.content-intellisense': true,
});

export const editorExtensions: readonly string[] = [
  'redhat.vscode-yaml',
  'astro-build.astro-vscode',
  'unifiedjs.vscode-mdx',
];

/** Glob patterns of a type's files; of the language server, old releases want the first form and new ones both. */
function patternsOf({ folder, name, format }: TypeDefinition, content: string): readonly string[] {
  // Without a slash in front a folder that only ends like this one is taken as well.
  const place = content === '' ? '' : `/${content}`;
  if (folder === '') return [`${place}/${name}.${format}`];
  return ['*', '**/*'].map((any) => `${place}/${folder}/${any}.${format}`);
}

/**
 * Files that tell Astro's language server which schema the frontmatter of each document has. They hold the
 * addresses of this machine, so they are not committed. `root` is the address of the opened folder.
 */
export function frontmatterFiles(
  corpus: Corpus,
  content: string,
  root: string,
): ReadonlyMap<string, string> {
  const documents = types.filter(({ format }) => format === 'mdx');
  const base = content === '' ? root : `${root}/${content}`;
  const entries = corpus.entries
    .filter(({ type }) => type.format === 'mdx')
    // The server compares addresses in small letters and without escapes.
    .map(({ path, type }) => [`${base}/${path}`.toLowerCase(), collectionOf(type)] as const);
  const manifest = {
    collections: documents.map((type) => ({ hasSchema: true, name: collectionOf(type) })),
    entries: Object.fromEntries(entries),
  };
  return new Map([
    ...documents.map((type): [string, string] => [
      `.astro/collections/${collectionOf(type)}.schema.json`,
      json({ $schema: DRAFT, $ref: `../../${schemaPath(type)}` }),
    ]),
    ['.astro/collections/collections.json', json(manifest)],
  ]);
}

/** A name that none of Astro's own collections has. */
const collectionOf = ({ name }: TypeDefinition): string => `handbook-${name}`;

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
