import { resolve } from 'node:path';
import { typeNamed } from '../../domain/documents/registry.ts';
import type { FileFacts } from '../../domain/import/model.ts';
import type { Workspace } from '../read-corpus.ts';
import { type Known, readLedger } from './ledger.ts';
import { type Keep, type Planned, planDocument } from './plan.ts';
import { isHidden } from './sources/names.ts';
import { openSource } from './sources/open.ts';
import type { Source } from './sources/source.ts';
import { planAddresses } from './stubs.ts';
import { openCrew, type Progress } from './worker-crew.ts';
import type { Assignment, Finished, Noticed, SourceOrder, Unread } from './worker-model.ts';

/** What somebody wants of a document. */
export interface Wish {
  readonly skip?: boolean;
  readonly type?: string;
  /** Path in the content folder. */
  readonly path?: string;
  readonly keep?: Keep;
  /** Fields that are so whatever the document says, and those for where it says nothing. */
  readonly given?: Readonly<Record<string, unknown>>;
  readonly otherwise?: Readonly<Record<string, unknown>>;
}

/** What is to be imported, and how the people who want it are asked. */
export interface ImportOrder {
  /** Absolute paths. */
  readonly sources: readonly string[];
  readonly workspace: Workspace;
  /** What is wanted of each document, once they are known. */
  readonly decide: (
    noticed: readonly Noticed[],
    known: ReadonlyMap<string, Known>,
  ) => Promise<(one: Noticed) => Wish>;
  readonly progress: Progress;
}

/** A document with its plan. */
export interface PlannedDocument extends Finished, Planned {
  readonly noticed: Noticed;
}

/** All that an import would do. */
export interface ImportPlan {
  readonly sources: readonly string[];
  readonly documents: readonly PlannedDocument[];
  /** Files that could not be read, or that somebody wants left out, with the reason. */
  readonly skipped: readonly { readonly from: string; readonly reason: string }[];
  /** Documents that came from these sources and are no longer in them: where each is here. */
  readonly gone: readonly { readonly from: string; readonly path: string }[];
}

/** Reads sources and works out what importing them would do. Nothing is written. */
export async function planImport(order: ImportOrder): Promise<ImportPlan> {
  const opened = await openAll(order.sources);
  const orders = opened.map(({ name, path, prefix }) => ({ name, path, prefix }));
  const files = opened.flatMap(({ source }, index) =>
    source.files
      .filter(({ path, alias }) => alias === undefined && !isHidden(path))
      .map(({ path }) => ({ source: index, path })),
  );
  const crew = await openCrew(orders, files.length, order.progress);
  try {
    const ledger = readLedger(order.workspace);
    const read = await crew.read(files);
    const all = read.filter(isNoticed);
    const wishOf = await order.decide(all, ledger);
    const noticed = all.filter((one) => !wishOf(one).skip);
    const assignments = assign(noticed, wishOf, ledger, opened, order.workspace);
    const documents = await crew.fill(assignments);
    await crew.link({ documents, files: filesOf(read, opened) });
    const finished = await crew.finish(assignments.map(({ from }) => from));
    return {
      sources: orders.map(({ name }) => name),
      documents: planAll(finished, noticed, wishOf, ledger),
      skipped: [...skippedOf(read, opened), ...unwanted(all, wishOf)],
      gone: goneOf(ledger, orders, read),
    };
  } finally {
    await crew.close();
    for (const { source } of opened) source.close();
  }
}

const filesOf = (read: readonly (Noticed | Unread)[], opened: readonly Opened[]): string[] =>
  read.flatMap((one) => (isNoticed(one) ? [] : [`${opened[one.source]?.prefix ?? ''}${one.path}`]));

interface Opened extends SourceOrder {
  readonly source: Source;
}

/** Opens sources under names that tell them apart. */
async function openAll(paths: readonly string[]): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const path of paths) {
    const source = await openSource(path);
    const isTaken = opened.some(({ name }) => name === source.name);
    const above = resolve(path, '..').split(/[\\/]/).at(-1);
    const name = isTaken ? `${above}-${source.name}` : source.name;
    opened.push({ path, source, name, prefix: '' });
  }
  return opened;
}

const isNoticed = (one: Noticed | Unread): one is Noticed => 'detection' in one;

function assign(
  noticed: readonly Noticed[],
  wishOf: (one: Noticed) => Wish,
  ledger: ReadonlyMap<string, Known>,
  opened: readonly Opened[],
  { corpus }: Workspace,
): Assignment[] {
  const typed = noticed.map((one) => {
    const known = ledger.get(one.from);
    // A document that somebody moved to another type here stays what it is.
    const type = known?.type ?? wishOf(one).type ?? one.detection.type;
    return { one, known, type, folder: typeNamed(type)?.folder ?? 'pages' };
  });
  const taken = new Set([...corpus.entries.map(({ path }) => path), ...corpus.assets]);
  const addresses = planAddresses(
    typed
      .filter(({ known }) => known?.path == null)
      .map(({ one, type, folder }) => ({ from: one.from, type, folder })),
    taken,
  );
  return typed.map(({ one, known, type }): Assignment => {
    const { given = {}, otherwise = {}, path } = wishOf(one);
    const source = opened[one.source]?.source;
    const sameSource = known !== undefined && known.digest === one.digest;
    return {
      from: one.from,
      source: one.source,
      type,
      path: known?.path ?? path ?? addresses.get(one.from) ?? '',
      given,
      otherwise,
      facts: source?.facts.of(one.path) ?? NO_FACTS,
      commit: sameSource ? known.commit : (source?.facts.commit ?? null),
    };
  });
}

const NO_FACTS: FileFacts = { created: null, changed: null, owners: [] };

function planAll(
  finished: readonly Finished[],
  noticed: readonly Noticed[],
  wishOf: (one: Noticed) => Wish,
  ledger: ReadonlyMap<string, Known>,
): PlannedDocument[] {
  const byFrom = new Map(noticed.map((one) => [one.from, one]));
  return finished.flatMap((one) => {
    const about = byFrom.get(one.from);
    if (!about) return [];
    const keep = wishOf(about).keep ?? null;
    const planned = planDocument(one, ledger.get(one.from), about.digest, keep);
    return [{ ...one, ...planned, noticed: about }];
  });
}

function skippedOf(
  read: readonly (Noticed | Unread)[],
  opened: readonly Opened[],
): ImportPlan['skipped'] {
  return [
    ...opened.flatMap(({ name, source }) =>
      source.problems.map(({ path, message }) => ({ from: `${name}/${path}`, reason: message })),
    ),
    ...read.flatMap((one) =>
      isNoticed(one) || one.reason === null ? [] : [{ from: one.from, reason: one.reason }],
    ),
  ];
}

const unwanted = (
  noticed: readonly Noticed[],
  wishOf: (one: Noticed) => Wish,
): ImportPlan['skipped'] =>
  noticed
    .filter((one) => wishOf(one).skip)
    .map(({ from }) => ({ from, reason: 'It was to be left out.' }));

function goneOf(
  ledger: ReadonlyMap<string, Known>,
  orders: readonly SourceOrder[],
  read: readonly (Noticed | Unread)[],
): ImportPlan['gone'] {
  const there = new Set(read.map(({ from }) => from));
  return [...ledger].flatMap(([from, { path }]) =>
    path !== null && !there.has(from) && orders.some(({ name }) => from.startsWith(`${name}/`))
      ? [{ from, path }]
      : [],
  );
}
