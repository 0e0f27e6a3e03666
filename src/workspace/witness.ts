import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MdastNode } from 'satteri';
import { checkCorpus } from '../domain/checks/run.ts';
import type { Entry } from '../domain/graph/corpus.ts';
import { buildGraph, type Graph } from '../domain/graph/graph.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { datesOf } from '../domain/standard/gates.ts';
import { contentHash } from '../domain/standard/hash.ts';
import type { StandardContext } from '../domain/standard/rule.ts';
import type { FileFact, GitWitness, Past, Version } from '../domain/standard/witness.ts';
import { FRONTMATTER_LINE, splitFrontmatter } from './frontmatter.ts';
import { readGitWitness } from './git-witness.ts';
import { parseMdx } from './mdx.ts';
import type { Workspace } from './read-corpus.ts';
import { sha256 } from './sha256.ts';
import { signatureReader } from './signatures.ts';
import type { WitnessMemory } from './witness-memory.ts';
import { parseYaml } from './yaml.ts';

/** What has been worked out already, for those who have. */
interface Known {
  readonly graph?: Graph;
  readonly problems?: readonly Problem[];
  readonly git?: GitWitness;
  readonly memory?: WitnessMemory;
}

/** Everything that the rules of the standard look at, as seen on the day `asOf`. */
export function standardContext(
  workspace: Workspace,
  asOf: string,
  known: Known = {},
): StandardContext {
  const { corpus, root } = workspace;
  const graph = known.graph ?? buildGraph(corpus);
  const treeOf = remember((entry: Entry) => readTree(workspace, entry));
  const git = known.git ?? readGitWitness(root);
  const paths = new Set([...corpus.assets, ...workspace.texts.keys()]);
  const { memory } = known;
  const factOf = (file: string) => (memory ? memory.fact(file, readFile) : readFile(file));
  const fileOf = remember((path: string) => (paths.has(path) ? factOf(join(root, path)) : null));
  const digestOf = (path: string) => fileOf(path)?.digest ?? null;
  return {
    corpus,
    graph,
    asOf,
    ...datesOf(corpus),
    problems: known.problems ?? checkCorpus(corpus, graph),
    git,
    treeOf,
    fileOf,
    pastOf: remember((version: Version) => readPast(version, git)),
    hashOf: remember((entry: Entry) => {
      // Its tree is not kept: the trees of ten thousand documents are two gigabytes.
      const compute = (digest: typeof digestOf) =>
        contentHash(entry, readTree(workspace, entry), digest);
      return memory ? memory.hash(entry, digestOf, compute) : compute(digestOf);
    }),
    signatureOf: remember(signatureReader(root, corpus)),
  };
}

function readTree({ texts }: Workspace, entry: Entry): MdastNode | null {
  const text = texts.get(entry.path);
  return text === undefined || entry.type.format !== 'mdx' ? null : parseMdx(text, entry.path).tree;
}

function readPast(version: Version, git: GitWitness): Past | null {
  const { path } = version;
  const text = git.textOf(version);
  if (text === null) return null;
  const isRecord = path.endsWith('.yaml');
  const source = isRecord ? text : splitFrontmatter(text, path).yaml;
  const yaml = source === null ? null : parseYaml(source, path, isRecord ? 1 : FRONTMATTER_LINE);
  if (yaml === null || !yaml.readable) return null;
  const tree = remember(() => (isRecord ? null : parseMdx(text, path).tree));
  return {
    data: yaml.data,
    // Most who ask want a field, and a history has many versions.
    get tree() {
      return tree(null);
    },
  };
}

/** The largest file whose text rules may look into, in bytes. */
const LARGEST = 20_000_000;

function readFile(file: string): FileFact | null {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  const bytes = readFileSync(file);
  return {
    digest: sha256(bytes),
    bytes: bytes.length,
    text: bytes.length > LARGEST ? null : decoded(bytes),
  };
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A function that works each answer out once. */
function remember<K, V>(read: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, read(key));
    return known.get(key) as V;
  };
}
