import { deserialize, serialize } from 'node:v8';
import type { Root } from 'mdast';
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
import { parseMdx } from '../mdx.ts';
import { compose } from './compose.ts';
import { reasonOf } from './reason.ts';
import { openSource } from './sources/open.ts';
import { readerOf, readSource } from './sources/read.ts';
import type { Source, SourceFile } from './sources/source.ts';
import { type Survey, surveySource } from './sources/survey.ts';
import { virtualPath, webAddressIn } from './virtual-path.ts';
import type {
  Assignment,
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
}

/** A document on its way; trees are kept packed, as thousands of them fill the memory otherwise. */
interface Kept {
  readonly document: Uint8Array;
  readonly filled?: Uint8Array;
  readonly assignment?: Assignment;
}

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
    fill: async (assignments) => assignments.map((one) => fillOne(one, bench)),
    link: async (world) => {
      bench.map = linkMap({ ...world, webAddress });
      return [...bench.kept].flatMap(([from, kept]) => wantedBy(from, kept, bench));
    },
    place: async (fates) => {
      bench.fates = fates;
    },
    finish: async (documents) => documents.map((one) => finishOne(one, bench)),
    close: async () => {
      for (const { source } of sources) source.close();
    },
  };
}

async function open(order: SourceOrder): Promise<OpenSource> {
  const source = await openSource(order.path);
  return { ...order, source, survey: await surveySource(source) };
}

async function readOne(order: FileOrder, { sources, kept }: Bench): Promise<Noticed | Unread> {
  const opened = sources[order.source];
  const from = `${opened?.name}/${order.path}`;
  const file = opened?.source.files.find(({ path }) => path === order.path);
  if (!opened || !file) return { ...order, from, reason: 'It vanished while it was read.' };
  try {
    const document = await readSource(opened.source, file, opened.survey);
    if (!document) return { ...order, from, reason: null };
    kept.set(from, { document: serialize(document) });
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

const documentOf = ({ document }: Kept): SourceDocument => deserialize(document);

function keptOf(kept: ReadonlyMap<string, Kept>, from: string): Required<Kept> {
  const { document, filled, assignment } = kept.get(from) ?? {};
  if (!document || !filled || !assignment) throw new Error(`${from} was not filled here`);
  return { document, filled, assignment };
}

function fillOne(assignment: Assignment, { sources, kept }: Bench): FilledFields {
  const { from, source, type, path: to, facts, people } = assignment;
  const found = kept.get(from);
  const opened = sources[source];
  if (!found || !opened) throw new Error(`${from} was not read here`);
  const document = documentOf(found);
  const filled = fill(document, type, facts, people);
  kept.set(from, { ...found, filled: serialize(filled), assignment });
  const { dialect, title, frontmatter, tree } = document;
  const path = virtualPath(opened, document.path);
  const { tree: body, ...fields } = filled;
  const links = linkFacts({ path, to, dialect, title, frontmatter, source: tree, tree: body });
  return { from, type, path, address: to, filled: fields, links };
}

function wantedBy(from: string, { filled, assignment }: Kept, bench: Bench): Wanted[] {
  const opened = assignment && bench.sources[assignment.source];
  if (!filled || !opened) return [];
  const path = virtualPath(opened, from.slice(opened.name.length + 1));
  const { tree } = deserialize(filled) as Filled;
  return [{ from, files: filesWanted({ path, tree }, bench.map) }];
}

function finishOne(settled: Settled, { kept, sources, map, fates }: Bench): Finished {
  const { from, data, rest } = settled;
  const found = keptOf(kept, from);
  const { assignment } = found;
  const opened = sources[assignment.source];
  if (!opened) throw new Error(`${from} has no source`);
  kept.delete(from);
  const document = documentOf(found);
  const filled = deserialize(found.filled) as Filled;
  const path = virtualPath(opened, document.path);
  const linked = linkDocument({ path, tree: filled.tree }, map, fates);
  const composed = compose(document, { ...filled, data, rest, tree: linked.tree }, assignment);
  const listed = [...document.listed, ...filled.changed, ...linked.listed];
  const { tree } = parseMdx(composed.text, assignment.path);
  const result = inventoryOf((tree ?? { type: 'root', children: [] }) as Root);
  const fields = { ...composed.data, ...rest };
  return {
    from,
    path: assignment.path,
    type: assignment.type,
    ...composed,
    listed,
    links: linked.outcomes,
    proof: prove(document.inventory, listed, result, fields, document.frontmatter),
  };
}
