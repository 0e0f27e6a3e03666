import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { detect } from '../../domain/import/detect/detect.ts';
import { fill } from '../../domain/import/fields/fill.ts';
import { linkFacts } from '../../domain/import/links/facts.ts';
import { filesWanted, linkDocument } from '../../domain/import/links/link.ts';
import { type LinkMap, linkMap } from '../../domain/import/links/map.ts';
import type { FileFate } from '../../domain/import/links/model.ts';
import type { Filled, SourceDocument } from '../../domain/import/model.ts';
import { inventoryOf } from '../../domain/import/proof/inventory.ts';
import { prove } from '../../domain/import/proof/prove.ts';
import { compose } from './compose.ts';
import { type Head, type Packed, pack, packDocument, type Told, unpack } from './packed.ts';
import { reasonOf } from './reason.ts';
import { openSource } from './sources/open.ts';
import { readerOf, readSource } from './sources/read.ts';
import type { Source, SourceFile } from './sources/source.ts';
import { type Survey, surveySource } from './sources/survey.ts';
import { virtualPath, webAddressIn } from './virtual-path.ts';
import type {
  Assignment,
  Broken,
  FileOrder,
  FilledFields,
  Finished,
  Noticed,
  Settled,
  SourceOrder,
  Unread,
  Wanted,
  Workshop,
} from './worker-model.ts';

interface OpenSource extends SourceOrder {
  readonly source: Source;
  readonly survey: Survey;
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** A document on its way; what is large is kept packed, as thousands of trees fill the memory otherwise. */
interface Kept {
  readonly head: Head;
  readonly told: Packed<Told>;
  /** Until it is filled. */
  readonly tree?: Packed<Root>;
  readonly filled?: Filling;
}

interface Filling {
  readonly assignment: Assignment;
  /** Its body and what was changed on the way to it. */
  readonly body: Packed<Body>;
  /** The addresses in the body. */
  readonly urls: readonly string[];
}

type Body = Pick<Filled, 'tree' | 'changed'>;

/** What is known to all steps of a workshop. */
interface Bench {
  readonly sources: readonly OpenSource[];
  readonly kept: Map<string, Kept>;
  map: LinkMap;
  fates: ReadonlyMap<string, FileFate>;
}

/** A workshop in this thread. */
export async function openWorkshop(orders: readonly SourceOrder[]): Promise<Workshop> {
  const sources = await Promise.all(orders.map(open));
  const webAddress = webAddressIn(sources);
  const map = linkMap({ documents: [], files: [] });
  const bench: Bench = { sources, kept: new Map(), map, fates: new Map() };
  return {
    read: async (files) => {
      const results = [];
      for (const file of files) results.push(await readOne(file, bench));
      return results;
    },
    fill: async (assignments) => assignments.map((one) => unlessBroken(one, bench, fillOne)),
    link: async (world) => {
      bench.map = linkMap({ ...world, webAddress });
      return [...bench.kept].flatMap(([from, kept]) => wantedBy(from, kept, bench));
    },
    place: async (fates) => {
      bench.fates = fates;
    },
    finish: async (documents) => documents.map((one) => unlessBroken(one, bench, finishOne)),
    close: async () => {
      for (const { source } of sources) source.close();
    },
  };
}

/** The result of a step, or why a document breaks off at it: the others go on. */
function unlessBroken<J extends { readonly from: string }, R>(
  job: J,
  bench: Bench,
  step: (job: J, bench: Bench) => R,
): R | Broken {
  try {
    return step(job, bench);
  } catch (error) {
    bench.kept.delete(job.from);
    return { from: job.from, reason: reasonOf(error) };
  }
}

async function open(order: SourceOrder): Promise<OpenSource> {
  const source = await openSource(order.path);
  const files = new Map(source.files.map((file) => [file.path, file]));
  return { ...order, source, files, survey: await surveySource(source) };
}

async function readOne(order: FileOrder, { sources, kept }: Bench): Promise<Noticed | Unread> {
  const opened = sources[order.source];
  const from = `${opened?.name}/${order.path}`;
  const file = opened?.files.get(order.path);
  if (!opened || !file) return { ...order, from, reason: 'It vanished while it was read.' };
  try {
    const document = await readSource(opened.source, file, opened.survey);
    if (!document) return { ...order, from, reason: null };
    kept.set(from, packDocument(document));
    const { dialect, digest } = document;
    const detection = detect(document, siblingsOf(order.path, opened), opened.name);
    return { ...order, from, dialect, digest, title: titleOf(document), detection };
  } catch (error) {
    return { ...order, from, reason: reasonOf(error) };
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Documents that are looked at beside one. */
const SIBLINGS = 300;

const found = new WeakMap<Source, Map<string, readonly SourceFile[]>>();

/** The documents of the same folder and below it, up to a number that says what there is to say. */
function siblingsOf(path: string, { source, survey }: OpenSource): readonly SourceFile[] {
  const byFolder = found.get(source) ?? new Map<string, readonly SourceFile[]>();
  found.set(source, byFolder);
  const folder = folderOf(path);
  const known = byFolder.get(folder);
  if (known) return known;
  const all = source.files.filter((file) => file.path.startsWith(folder) && readerOf(file, survey));
  byFolder.set(folder, all.slice(0, SIBLINGS));
  return all.slice(0, SIBLINGS);
}

function titleOf({ title, frontmatter, tree }: SourceDocument): string | null {
  const named = frontmatter['title'];
  const heading = tree.children.find((node) => node.type === 'heading');
  const first = heading?.type === 'heading' && heading.depth === 1 ? textOf(heading).trim() : '';
  return title ?? (typeof named === 'string' && named.trim() ? named : first || null);
}

function fillOne(assignment: Assignment, { sources, kept }: Bench): FilledFields {
  const { from, source, type, path: to, facts, people } = assignment;
  const found = kept.get(from);
  const opened = sources[source];
  if (!found?.tree || !opened) throw new Error(`${from} was not read here`);
  const { head, told } = found;
  const tree = unpack(found.tree);
  const { tree: body, changed, ...fields } = fill({ ...head, tree }, type, facts, people);
  const packed: Packed<Body> = pack({ tree: body, changed });
  kept.set(from, { head, told, filled: { assignment, body: packed, urls: urlsIn(body) } });
  const { dialect, title, frontmatter } = head;
  const path = virtualPath(opened, head.path);
  const links = linkFacts({ path, to, dialect, title, frontmatter, source: tree, tree: body });
  return { from, type, path, address: to, filled: { ...fields, changed: [] }, links };
}

function urlsIn(tree: Root): string[] {
  const urls = new Set<string>();
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('url' in node) urls.add(node.url);
    if ('children' in node) open.push(...node.children);
  }
  return [...urls];
}

function wantedBy(from: string, { filled }: Kept, bench: Bench): Wanted[] {
  const opened = filled && bench.sources[filled.assignment.source];
  if (!opened) return [];
  const path = virtualPath(opened, from.slice(opened.name.length + 1));
  const links = filled.urls.map((url) => ({ type: 'link' as const, url, children: [] }));
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: links }] };
  return [{ from, files: filesWanted({ path, tree }, bench.map) }];
}

function finishOne({ from, data, rest }: Settled, bench: Bench): Finished {
  const { head, told, filled } = bench.kept.get(from) ?? {};
  const opened = filled && bench.sources[filled.assignment.source];
  if (!head || !told || !opened) throw new Error(`${from} was not filled here`);
  bench.kept.delete(from);
  const { assignment } = filled;
  const { inventory, listed: before } = unpack(told);
  const { tree, changed } = unpack(filled.body);
  const path = virtualPath(opened, head.path);
  const linked = linkDocument({ path, tree }, bench.map, bench.fates);
  const filledTree = { data, rest, tree: linked.tree };
  const { tree: read, ...composed } = compose(head, filledTree, assignment);
  const listed = [...before, ...changed, ...linked.listed];
  const result = inventoryOf((read ?? { type: 'root', children: [] }) as Root);
  return {
    from,
    path: assignment.path,
    type: assignment.type,
    ...composed,
    listed,
    links: linked.outcomes,
    proof: prove(inventory, listed, result, composed.data, head.frontmatter),
  };
}
