import { type LinkMap, linkMap } from '../../domain/import/links/map.ts';
import type { Workspace } from '../read-corpus.ts';
import { assign } from './assign.ts';
import { type AttachmentRow, attachmentPuts, filesHere, placeAttachments } from './attachments.ts';
import type { PlacedFiles, ReadableFile } from './files/place-files.ts';
import { goneFrom } from './gone.ts';
import { type Known, readLedger } from './ledger.ts';
import { type LeftFile, leftFiles } from './left.ts';
import { followMoves } from './moved-sources.ts';
import { closeAll, type Opened, openAll } from './opened.ts';
import { type Origins, originPuts, readOrigins, refuseOthers } from './origins.ts';
import { type FilePut, type Keep, type Planned, planDocument } from './plan.ts';
import { settleReferences } from './references.ts';
import { apart, isNoticed, type Skipped, skippedOf, unwanted } from './skipped.ts';
import { sourceText } from './source-text.ts';
import { isHidden } from './sources/names.ts';
import { virtualPath, webAddressIn } from './virtual-path.ts';
import { type Crew, openCrew, type Progress } from './worker-crew.ts';
import type { FileOrder, Finished, Noticed, Unread, Wanted } from './worker-model.ts';
import { worldOf } from './world.ts';

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
  /** Names that somebody gave to sources, by path. */
  readonly names?: ReadonlyMap<string, string>;
  /** Up to so many files are read in this thread. */
  readonly few?: number;
}

/** A document with its plan. */
export interface PlannedDocument extends Finished, Planned {
  readonly noticed: Noticed;
  /** Where it came from until now, where it was moved in the sources; else null. */
  readonly movedFrom: string | null;
}

/** All that an import would do. */
export interface ImportPlan {
  readonly sources: readonly string[];
  readonly documents: readonly PlannedDocument[];
  /** Pictures and other files that are put beside the documents. */
  readonly files: readonly AttachmentRow[];
  /** Every file to write. */
  readonly puts: readonly FilePut[];
  /** Files that could not be read, or that somebody wants left out, with the reason. */
  readonly skipped: readonly Skipped[];
  /** Documents that came from these sources and are no longer in them: where each is here. */
  readonly gone: readonly { readonly from: string; readonly path: string }[];
  /** Files of the sources that were neither read nor copied. */
  readonly left: readonly LeftFile[];
  /** The text of a source's file by `<source>/<path>`; null where it has no lines. */
  readonly sourceText: (from: string) => Promise<string | null>;
  /** The same with what somebody decided, by `from`, about documents that changed on both sides. */
  readonly keeping: (keeps: ReadonlyMap<string, Keep>) => ImportPlan;
  /** Ends what was opened; the contents of `puts` are read from the sources until then. */
  readonly close: () => void;
}

/** Reads sources and works out what importing them would do. Nothing is written. */
export async function planImport(order: ImportOrder): Promise<ImportPlan> {
  const origins = readOrigins(order.workspace.root);
  const opened = await openAll(order.sources, order.names ?? new Map(), origins);
  const orders = opened.map(({ name, path, prefix }) => ({ name, path, prefix }));
  const files = documentsIn(opened);
  let crew: Crew | null = null;
  try {
    crew = await openCrew(orders, files.length, order.progress, order.few);
    return await planWith(crew, opened, files, origins, order);
  } catch (error) {
    closeAll(opened);
    throw error;
  } finally {
    await crew?.close();
  }
}

/** Files that may be documents: those that are links to others are read once. */
const documentsIn = (opened: readonly Opened[]): FileOrder[] =>
  opened.flatMap(({ source }, index) =>
    source.files
      .filter(({ path, alias }) => alias === undefined && !isHidden(path))
      .map(({ path, size }) => ({ source: index, path, size })),
  );

async function planWith(
  crew: Crew,
  opened: readonly Opened[],
  files: readonly FileOrder[],
  origins: Origins,
  { workspace, decide }: ImportOrder,
): Promise<ImportPlan> {
  const read = await crew.read(files);
  const all = read.filter(isNoticed);
  const names = opened.map(({ name }) => name);
  const before = readLedger(workspace);
  refuseOthers(opened, all, before, origins);
  const { ledger, renamed } = followMoves(before, names, all);
  const wishOf = await decide(all, ledger);
  const noticed = all.filter((one) => !wishOf(one).skip);
  const { whole: filled, broken } = apart(
    await crew.fill(assign(noticed, wishOf, ledger, opened, workspace)),
  );
  const world = worldOf(
    filled.map(({ links }) => links),
    opened,
    noticed,
  );
  const wanted = await crew.link(world);
  const attachments = await placed(crew, wanted, opened, workspace);
  const map: LinkMap = linkMap({ ...world, webAddress: webAddressIn(opened) });
  const { whole: finished, broken: unfinished } = apart(
    await crew.finish(settleReferences(filled, map, workspace.corpus)),
  );
  const skipped = [
    ...skippedOf(read, opened),
    ...broken,
    ...unfinished,
    ...unwanted(all, (one) => wishOf(one).skip === true),
  ];
  const gone = goneFrom(ledger, [...names, ...renamed], read);
  const left = leftFiles(opened, isUsed(read, attachments.told));
  const planned = (keepOf: KeepOf): ImportPlan => {
    const documents = planAll(finished, noticed, keepOf, ledger);
    const beside = attachments.putsFor(documents, wanted);
    return {
      sources: names,
      documents,
      files: beside.rows,
      puts: [
        ...documents.flatMap(({ puts }) => puts),
        ...beside.puts,
        ...(documents.some(isTaken) ? originPuts(opened, origins) : []),
      ],
      skipped,
      gone,
      left,
      sourceText: (from) => sourceText(opened, from),
      keeping: (keeps) => planned((one) => keeps.get(one.from) ?? keepOf(one)),
      close: () => closeAll(opened),
    };
  };
  return planned((one) => wishOf(one).keep ?? null);
}

/** Whether a file was read, or is told of as a file that documents want. */
function isUsed(read: readonly (Noticed | Unread)[], told: ReadonlySet<string>) {
  const used = new Set(
    read.flatMap((one) => (isNoticed(one) || one.reason !== null ? [one.from] : [])),
  );
  return (one: Opened, path: string): boolean =>
    used.has(`${one.name}/${path}`) || told.has(virtualPath(one, path));
}

type KeepOf = (one: Noticed) => Keep | null;

/** Places the files that documents want and tells the crew; what is to be written is known with the documents. */
async function placed(
  crew: Crew,
  wanted: readonly Wanted[],
  opened: readonly Opened[],
  { root, corpus }: Workspace,
) {
  const readable = new Map<string, ReadableFile>();
  const fromBy = new Map<string, string>();
  for (const one of opened)
    for (const file of one.source.files) {
      readable.set(virtualPath(one, file.path), file);
      fromBy.set(virtualPath(one, file.path), `${one.name}/${file.path}`);
    }
  const fromOf = (path: string) => fromBy.get(path) ?? path.slice(0, 200);
  const here = filesHere(root, corpus);
  const all = [...new Set(wanted.flatMap(({ files }) => files))];
  const result: PlacedFiles = await placeAttachments(all, readable, here, fromOf);
  await crew.place(result.fates);
  return {
    told: new Set(result.fates.keys()),
    putsFor: (documents: readonly PlannedDocument[], wishes: readonly Wanted[]) => {
      const taken = new Set(documents.filter(isTaken).map(({ from }) => from));
      const needed = new Set(
        wishes
          .flatMap(({ from, files }) => (taken.has(from) ? files : []))
          .flatMap((path) => {
            const fate = result.fates.get(path);
            return fate === undefined || fate.kind === 'refused' ? [] : [fate.to];
          }),
      );
      return attachmentPuts(result, readable, here, fromOf, (path) => needed.has(path));
    },
  };
}

/** Whether a document shows what its source shows. */
const isTaken = ({ fate }: Planned): boolean => fate !== 'contested' && fate !== 'deleted';

function planAll(
  finished: readonly Finished[],
  noticed: readonly Noticed[],
  keepOf: KeepOf,
  ledger: ReadonlyMap<string, Known>,
): PlannedDocument[] {
  const byFrom = new Map(noticed.map((one) => [one.from, one]));
  return finished.flatMap((one) => {
    const about = byFrom.get(one.from);
    if (!about) return [];
    const movedFrom = ledger.get(one.from)?.moved?.from ?? null;
    const planned = planDocument(one, ledger.get(one.from), about.digest, keepOf(about));
    return [{ ...one, ...planned, noticed: about, movedFrom }];
  });
}
