import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { MdastNode } from 'satteri';
import { outlineOf } from '../domain/body/outline.ts';
import { problemOf } from '../domain/checks/rule.ts';
import { fileReadable } from '../domain/checks/rules/file-readable.ts';
import { secretsIn } from '../domain/checks/rules/secrets.ts';
import type { TypeDefinition } from '../domain/documents/define.ts';
import type { Corpus, Entry } from '../domain/graph/corpus.ts';
import { type Sighting, sightingsIn } from '../domain/identifiers/sightings.ts';
import { compareText, type Problem, wholeFile } from '../domain/problems/problem.ts';
import { problemsOfDiagrams } from './diagrams.ts';
import { identify } from './file-id.ts';
import { FRONTMATTER_LINE, splitFrontmatter } from './frontmatter.ts';
import { hiddenInDocument, hiddenInName, hiddenInYaml } from './hidden.ts';
import type { Locators } from './locate.ts';
import { parseMdx } from './mdx.ts';
import { placeOf, typeAt } from './place.ts';
import { plantedRepositories } from './planted-repository.ts';
import { forgetful, type Reading, type ReadingMemory } from './reading.ts';
import { seenInFile } from './sightings.ts';
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
  /** A digest of all that was read; absent where some of it is only proposed. */
  readonly digest?: () => string;
  /** Where fields stand, kept from one reading to the next. */
  readonly locators?: Locators;
}

/**
 * Reads every document and record below `root`; what cannot be read becomes a problem, and the rest goes on.
 * Texts are parsed when the corpus is first looked at; those that `memory` knows are not parsed again.
 */
export const readWorkspace = (
  root: string,
  memory: ReadingMemory = forgetful,
  load: typeof readText = readText,
): Workspace => workspaceOf(root, scan(root, load), memory);

/** A workspace of files that were found; see `readWorkspace`. */
function workspaceOf(root: string, found: Scan, memory: ReadingMemory): Workspace {
  let corpus: Corpus | undefined;
  const parsed = (): Corpus => {
    corpus ??= parse(found, memory);
    return corpus;
  };
  return {
    root,
    corpus: {
      get entries() {
        return parsed().entries;
      },
      get byId() {
        return parsed().byId;
      },
      get problems() {
        return parsed().problems;
      },
      assets: found.assets,
      sightings: found.sightings,
    },
    texts: found.texts,
    digest: () => digestOf(found),
  };
}

function parse({ texts, assets, problems }: Scan, memory: ReadingMemory): Corpus {
  const readings = [...texts].map(([path, text]) => {
    const known = memory.recall(path, text);
    if (known) return known;
    const reading = readEntry(path, typeAt(path), text);
    memory.keep(path, text, reading);
    return reading;
  });
  memory.save();
  const entries = readings.map(({ entry }) => entry);
  return corpusOf(entries, assets, [...problems, ...readings.flatMap((one) => one.problems)]);
}

/** All that a corpus is made from: what is not in here cannot change it. */
interface Scan {
  /** The text of each document and record, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of the other files. */
  readonly assets: ReadonlySet<string>;
  /** What was found before any text was parsed. */
  readonly problems: readonly Problem[];
  readonly sightings: ReadonlyMap<string, readonly Sighting[]>;
}

function digestOf({ texts, assets, problems, sightings }: Scan): string {
  const hash = createHash('sha256').update(JSON.stringify([[...assets], problems, [...sightings]]));
  for (const [path, text] of texts) hash.update(`\n${path}\0${text.length}\0`).update(text);
  return hash.digest('hex');
}

function scan(root: string, load: typeof readText): Scan {
  const problems: Problem[] = [];
  const assets = new Set<string>();
  const texts = new Map<string, string>();
  const sightings = new Map<string, readonly Sighting[]>();
  for (const { path, trouble } of walk(root)) {
    if (trouble !== null) {
      problems.push(problemOf(fileReadable, { path, position: wholeFile, ...trouble }));
      continue;
    }
    const place = placeOf(path);
    if (place.kind === 'problem') problems.push(place.problem);
    if (place.kind === 'asset') {
      assets.add(path);
      problems.push(...hiddenInName(path));
      const seen = seenInFile(join(root, path), path);
      problems.push(...seen.problems);
      if (seen.sightings.length > 0) sightings.set(path, seen.sightings);
      if (/\.svg$/i.test(path)) problems.push(...readPicture(join(root, path), path, load));
    }
    if (place.kind === 'entry') {
      const { text, problems: found } = load(join(root, path), path, place.type.name);
      problems.push(...found);
      if (text !== null) texts.set(path, text);
    }
  }
  problems.push(...plantedRepositories([...assets]));
  return { texts, assets, problems, sightings };
}

/** What is wrong with an SVG, which is code as much as a picture. */
function readPicture(file: string, path: string, load: typeof readText): readonly Problem[] {
  const { text, problems } = load(file, path, '');
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
  const { entry, problems } = readEntry(path, typeAt(path), text);
  const others = <T extends { readonly path: string }>(all: readonly T[]) =>
    all.filter((one) => one.path !== path);
  const entries = [...others(corpus.entries), entry].sort((a, b) => compareText(a.path, b.path));
  return {
    root,
    corpus: {
      ...corpusOf(entries, corpus.assets, [...others(corpus.problems), ...problems]),
      ...seenIn(corpus),
    },
    texts: new Map([...texts, [path, text]]),
  };
}

/** The workspace as it would be read with a file at `path` that documents may link to. */
export function withAsset({ root, corpus, texts }: Workspace, path: string): Workspace {
  const { entries, assets, problems } = corpus;
  return {
    root,
    corpus: { ...corpusOf(entries, new Set([...assets, path]), problems), ...seenIn(corpus) },
    texts,
  };
}

const seenIn = ({ sightings }: Corpus): Pick<Corpus, 'sightings'> =>
  sightings === undefined ? {} : { sightings };

function corpusOf(
  entries: readonly Entry[],
  assets: ReadonlySet<string>,
  problems: readonly Problem[],
): Corpus {
  const byId = new Map(entries.toReversed().map((entry) => [entry.id, entry]));
  return { entries, byId, assets, problems };
}

/** Reads a text by itself: the same path and text always give the same reading. */
function readEntry(path: string, type: TypeDefinition, text: string): Reading {
  const { entry, problems } = readDocument(path, type, text);
  return { entry, problems };
}

/** A reading with the tree that it was made from; null where none could be made. */
export interface ReadDocument extends Reading {
  readonly tree: MdastNode | null;
}

/** Reads a text by itself, as `readWorkspace` reads each. */
export function readDocument(path: string, type: TypeDefinition, text: string): ReadDocument {
  const { entry, problems, tree } = readParts(path, type, text);
  problems.push(...secretsIn(text, path));
  const sightings = sightingsIn(text, type.format);
  return { entry: sightings.length === 0 ? entry : { ...entry, sightings }, problems, tree };
}

function readParts(
  path: string,
  type: TypeDefinition,
  text: string,
): ReadDocument & { problems: Problem[] } {
  const { id, problems } = identify(path, type);
  if (type.format === 'yaml') {
    const yaml = parseYaml(text, path, 1);
    problems.push(...yaml.problems, ...hiddenInYaml(text, path, yaml.readable));
    const { data, readable } = yaml;
    const entry: Entry = { id, type, path, data, readable, outline: null, body: '' };
    return { entry, problems, tree: null };
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
    bodyLine: split.bodyLine,
  };
  return { entry, problems, tree: mdx.tree };
}
