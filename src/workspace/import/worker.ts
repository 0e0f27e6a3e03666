import { deserialize, serialize } from 'node:v8';
import type { Root } from 'mdast';
import type { Filled, SourceDocument } from '../../domain/import/model.ts';
import { parseMdx } from '../mdx.ts';
import { compose } from './compose.ts';
import { reasonOf } from './reason.ts';
import { openSource } from './sources/open.ts';
import { readSource } from './sources/read.ts';
import type { Source } from './sources/source.ts';
import { type Survey, surveySource } from './sources/survey.ts';
import { detect, fill, inventoryOf, plain, prove } from './stubs.ts';
import type {
  Assignment,
  FileOrder,
  Finished,
  LinkWorld,
  Noticed,
  SourceOrder,
  Unread,
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

/** A workshop in this thread. */
export async function openWorkshop(orders: readonly SourceOrder[]): Promise<Workshop> {
  const sources = await Promise.all(orders.map(open));
  const kept = new Map<string, Kept>();
  let world: LinkWorld = { documents: [], files: [] };
  return {
    read: async (files) => {
      const results = [];
      for (const file of files) results.push(await readOne(file, sources, kept));
      return results;
    },
    fill: async (assignments) => assignments.map((one) => fillOne(one, sources, kept)),
    link: async (all) => {
      world = all;
    },
    finish: async (froms) => froms.map((from) => finishOne(from, kept, world)),
    close: async () => {
      for (const { source } of sources) source.close();
    },
  };
}

async function open(order: SourceOrder): Promise<OpenSource> {
  const source = await openSource(order.path);
  return { ...order, source, survey: await surveySource(source) };
}

async function readOne(
  order: FileOrder,
  sources: readonly OpenSource[],
  kept: Map<string, Kept>,
): Promise<Noticed | Unread> {
  const opened = sources[order.source];
  const from = `${opened?.name}/${order.path}`;
  const file = opened?.source.files.find(({ path }) => path === order.path);
  if (!opened || !file) return { ...order, from, reason: 'It vanished while it was read.' };
  try {
    const document = await readSource(opened.source, file, opened.survey);
    if (!document) return { ...order, from, reason: null };
    plain(document.tree);
    kept.set(from, { document: serialize(document) });
    const { dialect, digest, title } = document;
    return { ...order, from, dialect, digest, title, detection: detect(document) };
  } catch (error) {
    return { ...order, from, reason: reasonOf(error) };
  }
}

const documentOf = ({ document }: Kept): SourceDocument => deserialize(document);

function keptOf(kept: ReadonlyMap<string, Kept>, from: string): Kept {
  const found = kept.get(from);
  if (!found) throw new Error(`${from} was not read here`);
  return found;
}

function fillOne(
  assignment: Assignment,
  sources: readonly OpenSource[],
  kept: Map<string, Kept>,
): { path: string; to: string } {
  const { from, source, path: to } = assignment;
  const found = keptOf(kept, from);
  const document = documentOf(found);
  const filled = fill(document);
  kept.set(from, { ...found, filled: serialize(filled), assignment });
  return { path: `${sources[source]?.prefix ?? ''}${document.path}`, to };
}

function finishOne(from: string, kept: Map<string, Kept>, _world: LinkWorld): Finished {
  const found = keptOf(kept, from);
  const { filled: packed, assignment } = found;
  if (!packed || !assignment) throw new Error(`${from} was not filled`);
  kept.delete(from);
  const document = documentOf(found);
  const filled = deserialize(packed) as Filled;
  const composed = compose(document, filled, assignment);
  const listed = [...document.listed, ...filled.changed];
  const { tree } = parseMdx(composed.text, assignment.path);
  const result = inventoryOf((tree ?? { type: 'root', children: [] }) as Root);
  return {
    from,
    path: assignment.path,
    type: assignment.type,
    ...composed,
    listed,
    links: [],
    proof: prove(document.inventory, listed, result),
  };
}
