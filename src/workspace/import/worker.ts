import { deserialize, serialize } from 'node:v8';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { linkFacts } from '../../domain/import/links/facts.ts';
import { filesWanted, linkDocument } from '../../domain/import/links/link.ts';
import { type LinkMap, linkMap } from '../../domain/import/links/map.ts';
import type { FileFate, LinkFacts } from '../../domain/import/links/model.ts';
import type { Filled, SourceDocument } from '../../domain/import/model.ts';
import { inventoryOf } from '../../domain/import/proof/inventory.ts';
import { prove } from '../../domain/import/proof/prove.ts';
import { parseMdx } from '../mdx.ts';
import { compose } from './compose.ts';
import { reasonOf } from './reason.ts';
import { openSource } from './sources/open.ts';
import { readSource } from './sources/read.ts';
import type { Source } from './sources/source.ts';
import { type Survey, surveySource } from './sources/survey.ts';
import { detect, fill } from './stubs.ts';
import { virtualPath, webAddressIn } from './virtual-path.ts';
import type {
  Assignment,
  FileOrder,
  Finished,
  Noticed,
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
    finish: async (froms) => froms.map((from) => finishOne(from, bench)),
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
    const detection = detect(document, siblingsOf(order.path, opened.source), opened.name);
    return { ...order, from, dialect, digest, title: titleOf(document), detection };
  } catch (error) {
    return { ...order, from, reason: reasonOf(error) };
  }
}

const siblings = new WeakMap<Source, ReadonlyMap<string, readonly { readonly path: string }[]>>();

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The files of the same folder. */
function siblingsOf(path: string, source: Source): readonly { readonly path: string }[] {
  const byFolder = siblings.get(source) ?? Map.groupBy(source.files, (file) => folderOf(file.path));
  siblings.set(source, byFolder);
  return byFolder.get(folderOf(path)) ?? [];
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

function fillOne(assignment: Assignment, { sources, kept }: Bench): LinkFacts {
  const { from, source, path: to } = assignment;
  const found = kept.get(from);
  const opened = sources[source];
  if (!found || !opened) throw new Error(`${from} was not read here`);
  const document = documentOf(found);
  const filled = fill(document, assignment.type, assignment.facts, assignment.people);
  kept.set(from, { ...found, filled: serialize(filled), assignment });
  const { dialect, title, frontmatter, tree } = document;
  const path = virtualPath(opened, document.path);
  return linkFacts({ path, to, dialect, title, frontmatter, source: tree, tree: filled.tree });
}

function wantedBy(from: string, { filled, assignment }: Kept, bench: Bench): Wanted[] {
  const opened = assignment && bench.sources[assignment.source];
  if (!filled || !opened) return [];
  const path = virtualPath(opened, from.slice(opened.name.length + 1));
  const { tree } = deserialize(filled) as Filled;
  return [{ from, files: filesWanted({ path, tree }, bench.map) }];
}

function finishOne(from: string, { kept, sources, map, fates }: Bench): Finished {
  const found = keptOf(kept, from);
  const { assignment } = found;
  const opened = sources[assignment.source];
  if (!opened) throw new Error(`${from} has no source`);
  kept.delete(from);
  const document = documentOf(found);
  const filled = deserialize(found.filled) as Filled;
  const path = virtualPath(opened, document.path);
  const linked = linkDocument({ path, tree: filled.tree }, map, fates);
  const composed = compose(document, { ...filled, tree: linked.tree }, assignment);
  const listed = [...document.listed, ...filled.changed, ...linked.listed];
  const { tree } = parseMdx(composed.text, assignment.path);
  const result = inventoryOf((tree ?? { type: 'root', children: [] }) as Root);
  const fields = { ...composed.data, ...filled.rest };
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
