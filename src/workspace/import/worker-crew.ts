import type { FileFate } from '../../domain/import/links/model.ts';
import { openWorkshop } from './worker.ts';
import type {
  Assignment,
  Broken,
  FileOrder,
  FilledFields,
  Finished,
  LinkWorld,
  Noticed,
  Settled,
  SourceOrder,
  Unread,
  Wanted,
  Workshop,
} from './worker-model.ts';
import { openThread } from './worker-thread.ts';

/** Tells how far a run is: how many of all documents went through a stage. */
export type Progress = (stage: Stage, done: number, all: number) => void;

export type Stage = 'read' | 'sort' | 'convert';

/** Workshops that share the files among them. */
export interface Crew {
  read(files: readonly FileOrder[]): Promise<(Noticed | Unread)[]>;
  fill(assignments: readonly Assignment[]): Promise<(FilledFields | Broken)[]>;
  link(world: LinkWorld): Promise<Wanted[]>;
  place(fates: ReadonlyMap<string, FileFate>): Promise<void>;
  finish(documents: readonly Settled[]): Promise<(Finished | Broken)[]>;
  close(): Promise<void>;
}

/** So many jobs, and files of so many bytes together, are handed over at one time. */
const BATCH = 16;
const BATCH_BYTES = 200_000;

/** So many files are read here as soon as other threads would have begun. */
const FEW = 150;

const THREADS = 2;

/** A crew that is large enough for so many files. */
export async function openCrew(
  orders: readonly SourceOrder[],
  files: number,
  progress: Progress,
  few = FEW,
): Promise<Crew> {
  const workshops = await Promise.all(
    files <= few
      ? [openWorkshop(orders)]
      : Array.from({ length: THREADS }, () => openThread(orders)),
  );
  const home = new Map<string, Workshop>();
  const atHome: AtHome = (stage, jobs, fromOf, work) => {
    const told = counter(stage, jobs.length, progress);
    return byHome(
      jobs,
      (job) => home.get(fromOf(job)),
      async (workshop, batch) => {
        const done = await work(workshop, batch);
        told(batch.length);
        return done;
      },
    );
  };
  return {
    read: async (files) => {
      const told = counter('read', files.length, progress);
      return shared(batchesOf(files), workshops, async (workshop, batch) => {
        const read = await workshop.read(batch);
        for (const { from } of read) home.set(from, workshop);
        told(batch.length);
        return read;
      });
    },
    fill: (assignments) =>
      atHome(
        'sort',
        assignments,
        ({ from }) => from,
        (one, batch) => one.fill(batch),
      ),
    link: async (world) => (await Promise.all(workshops.map((one) => one.link(world)))).flat(),
    place: async (fates) => {
      await Promise.all(workshops.map((one) => one.place(fates)));
    },
    finish: (documents) =>
      atHome(
        'convert',
        documents,
        ({ from }) => from,
        (one, batch) => one.finish(batch),
      ),
    close: async () => {
      await Promise.all(workshops.map((one) => one.close()));
    },
  };
}

type Work<J, R> = (workshop: Workshop, batch: readonly J[]) => Promise<readonly R[]>;

type AtHome = <J, R>(
  stage: Stage,
  jobs: readonly J[],
  fromOf: (job: J) => string,
  work: Work<J, R>,
) => Promise<R[]>;

/** Gives each job to the workshop that has its document; the results are in the order of the jobs. */
async function byHome<J, R>(
  jobs: readonly J[],
  homeOf: (job: J) => Workshop | undefined,
  work: Work<J, R>,
): Promise<R[]> {
  const results: R[] = [];
  const own = Map.groupBy([...jobs.entries()], ([, job]) => homeOf(job));
  await Promise.all(
    [...own].map(async ([workshop, mine]) => {
      for (let at = 0; workshop && at < mine.length; at += BATCH) {
        const batch = mine.slice(at, at + BATCH);
        const done = await work(
          workshop,
          batch.map(([, job]) => job),
        );
        for (const [nth, [index]] of batch.entries()) {
          const result = done[nth];
          if (result !== undefined) results[index] = result;
        }
      }
    }),
  );
  return results;
}

function counter(stage: Stage, all: number, progress: Progress): (more: number) => void {
  let done = 0;
  return (more) => {
    done += more;
    progress(stage, done, all);
  };
}

/** Files in batches, the largest first: what is given out last is soon done, and no workshop waits for the other. */
function batchesOf(files: readonly FileOrder[]): Batch[] {
  const batches: Batch[] = [];
  let bytes = 0;
  for (const entry of [...files.entries()].sort(([, a], [, b]) => b.size - a.size)) {
    const last = batches.at(-1);
    if (last && last.length < BATCH && bytes < BATCH_BYTES) last.push(entry);
    else {
      batches.push([entry]);
      bytes = 0;
    }
    bytes += entry[1].size;
  }
  return batches;
}

/** Files with their places in the order. */
type Batch = [index: number, file: FileOrder][];

/** Hands out batches to whoever is free; the results are in the order of the files. */
async function shared<R>(
  batches: readonly Batch[],
  workshops: readonly Workshop[],
  work: (workshop: Workshop, batch: readonly FileOrder[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = [...batches];
  const run = async (workshop: Workshop): Promise<void> => {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      const done = await work(
        workshop,
        batch.map(([, file]) => file),
      );
      for (const [nth, [index]] of batch.entries()) results[index] = done[nth] as R;
    }
  };
  await Promise.all(workshops.map(run));
  return results;
}
