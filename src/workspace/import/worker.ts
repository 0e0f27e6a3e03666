import { deserialize, serialize } from 'node:v8';
import type { Root } from 'mdast';
import type {
  Detection,
  Dialect,
  FileFacts,
  Listed,
  SourceDocument,
} from '../../domain/import/model.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { reasonOf } from './reason.ts';
import { detect, fill, openSource, readSourceFile, type Source } from './stubs.ts';
import { type Composed, compose } from './compose.ts';

/** A source of this import. */
export interface SourceOrder {
  /** Absolute path. */
  readonly path: string;
  /** What its documents remember it by. */
  readonly name: string;
}

/** A file of a source. */
export interface FileOrder {
  /** Which source, by its place in the order. */
  readonly source: number;
  readonly path: string;
}

/** A document of a source as it was read; its text stays where it was read. */
export interface Noticed extends FileOrder {
  /** `<source name>/<path>`. */
  readonly from: string;
  readonly dialect: Dialect;
  readonly digest: string;
  readonly title: string | null;
  readonly detection: Detection;
}

/** A file that is no document, or could not be read, and why. */
export interface Unread extends FileOrder {
  readonly from: string;
  /** Null for a file that is no document. */
  readonly reason: string | null;
}

/** What was decided about a document. */
export interface Assignment {
  readonly from: string;
  readonly type: string;
  /** Its path in the content folder. */
  readonly path: string;
  /** Fields that were given, and those that are used where it does not say itself. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly otherwise: Readonly<Record<string, unknown>>;
  readonly facts: FileFacts;
  readonly commit: string | null;
}

/** A document as it is to be written. */
export interface Finished extends Composed {
  readonly from: string;
  readonly path: string;
  readonly listed: readonly Listed[];
  readonly problems: readonly Problem[];
}

/** Reads documents of sources and keeps them until it is told what becomes of them. */
export interface Workshop {
  read(files: readonly FileOrder[]): Promise<(Noticed | Unread)[]>;
  finish(assignments: readonly Assignment[]): Promise<Finished[]>;
  close(): Promise<void>;
}

/** A workshop in this thread. */
export async function openWorkshop(orders: readonly SourceOrder[]): Promise<Workshop> {
  const sources = await Promise.all(orders.map(({ path }) => openSource(path)));
  const kept = new Map<string, Uint8Array>();
  return {
    read: async (files) => {
      const results = [];
      for (const file of files) results.push(await readOne(file, sources, orders, kept));
      return results;
    },
    finish: async (assignments) => assignments.map((one) => finishOne(one, kept)),
    close: async () => {
      for (const source of sources) source.close();
    },
  };
}

async function readOne(
  order: FileOrder,
  sources: readonly Source[],
  orders: readonly SourceOrder[],
  kept: Map<string, Uint8Array>,
): Promise<Noticed | Unread> {
  const from = `${orders[order.source]?.name}/${order.path}`;
  try {
    const file = sources[order.source]?.files.find(({ path }) => path === order.path);
    const document = file && (await readSourceFile(file));
    if (!document) return { ...order, from, reason: null };
    kept.set(from, serialize(document));
    const { dialect, digest, title } = document;
    return { ...order, from, dialect, digest, title, detection: detect(document) };
  } catch (error) {
    return { ...order, from, reason: reasonOf(error) };
  }
}

function finishOne(assignment: Assignment, kept: Map<string, Uint8Array>): Finished {
  const { from, path } = assignment;
  const packed = kept.get(from);
  if (!packed) throw new Error(`${from} was not read here`);
  kept.delete(from);
  const document = deserialize(packed) as SourceDocument & { tree: Root };
  const filled = fill(document);
  const listed = [...document.listed, ...filled.changed];
  return { from, path, listed, ...compose(document, filled, assignment) };
}
