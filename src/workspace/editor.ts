import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  editorExtensions,
  editorFiles,
  editorSettings,
  frontmatterFiles,
  json,
  namesOf,
  namesPath,
  ownerOf,
} from '../domain/editor/files.ts';
import type { Corpus } from '../domain/graph/corpus.ts';
import { writeAtomically } from './write.ts';

/** Files that an editor reads, to be written; `refused` are those of a person that cannot be added to. */
export interface EditorPlan {
  /** The folder that the editor opens. */
  readonly folder: string;
  /** Texts by path from there, those that are there already left out. */
  readonly files: ReadonlyMap<string, string>;
  readonly refused: readonly string[];
}

/** The folder that the editor opens: where its files for this content folder are, in it or one above; else null. */
export function editorFolder(root: string): string | null {
  return (
    [root, dirname(root)].find((folder) => {
      const file = join(folder, namesPath);
      return existsSync(file) && readFileSync(file, 'utf8').includes(ownerOf(below(folder, root)));
    }) ?? null
  );
}

/** Everything that the editor needs for the content folder `root`, opened at `folder`. */
export function planEditor(root: string, corpus: Corpus, folder: string): EditorPlan {
  const content = below(folder, root);
  const merged = [
    merge(folder, '.vscode/settings.json', (old) => ({ ...old, ...editorSettings(content) })),
    merge(folder, '.vscode/extensions.json', (old) => ({
      ...old,
      recommendations: [...new Set([...listOf(old['recommendations']), ...editorExtensions])],
    })),
  ];
  const files = new Map([
    ...editorFiles(corpus, content),
    ...merged.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])),
    ...localFiles(root, corpus, folder),
  ]);
  return {
    folder,
    files: changed(folder, files),
    refused: merged.filter(({ text }) => text === null).map(({ path }) => path),
  };
}

/** What changes when a document was added: the names, and which schema each document has. */
export function planNames(root: string, corpus: Corpus, folder: string): EditorPlan {
  const files = new Map([
    namesOf(corpus, below(folder, root)),
    ...localFiles(root, corpus, folder),
  ]);
  return { folder, files: changed(folder, files), refused: [] };
}

/** Writes each file of a plan as a whole. */
export function writeEditor({ folder, files }: EditorPlan): void {
  for (const [path, text] of files) writeAtomically(join(folder, path), text);
}

function localFiles(root: string, corpus: Corpus, folder: string): ReadonlyMap<string, string> {
  const address = decodeURIComponent(pathToFileURL(folder).href);
  return new Map([
    // The folder ignores itself: what is in it holds the paths of one machine.
    ...(existsSync(join(folder, '.astro')) ? [] : [['.astro/.gitignore', '*\n'] as const]),
    ...frontmatterFiles(corpus, below(folder, root), address),
  ]);
}

const below = (folder: string, root: string): string => relative(folder, root).split(sep).join('/');

const changed = (folder: string, files: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...files].filter(([path, text]) => textOf(join(folder, path)) !== text));

const textOf = (file: string): string | null =>
  existsSync(file) ? readFileSync(file, 'utf8') : null;

type Json = Readonly<Record<string, unknown>>;

/** A JSON file with our entries added; null text where it has comments or is otherwise not ours to rewrite. */
function merge(
  folder: string,
  path: string,
  add: (old: Json) => Json,
): { path: string; text: string | null } {
  const text = textOf(join(folder, path));
  if (text === null) return { path, text: json(add({})) };
  try {
    const old = JSON.parse(text) as Json;
    const next = add(old);
    // Another layout of the same entries is left as it is.
    return { path, text: JSON.stringify(next) === JSON.stringify(old) ? text : json(next) };
  } catch {
    return { path, text: null };
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
