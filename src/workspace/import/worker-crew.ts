import type { Assignment, FileOrder, Finished, Noticed, SourceOrder, Unread, Workshop } from './worker.ts';
import { openWorkshop } from './worker.ts';

/** How far a run is. */
export type Progress = (stage: 'read' | 'write', done: number, all: number) => void;

/** Workshops that share the files among them. */
export interface Crew {
  read(files: readonly FileOrder[], progress: Progress): Promise<(Noticed | Unread)[]>;
  finish(assignments: readonly Assignment[], progress: Progress): Promise<Finished[]>;
  close(): Promise<void>;
}

/** Files that are handed over at one time. */
const BATCH = 20;

/** A crew for so many files. */
export async function openCrew(orders: readonly SourceOrder[], _files: number): Promise<Crew> {
  const workshops: Workshop[] = [await openWorkshop(orders)];
  const home = new Map<string, number>();
  return {
    read: async (files, progress) => {
      const results = await shared(files, workshops.length, 'read', progress, async (batch, index) => {
        const read = (await workshops[index]?.read(batch)) ?? [];
        for (const { from } of read) home.set(from, index);
        return read;
      });
      return results;
    },
    finish: async (assignments, progress) => {
      const own = Map.groupBy(assignments, ({ from }) => home.get(from) ?? 0);
      let done = 0;
      const all = await Promise.all(
        [...own].map(async ([index, mine]) => {
          const results: Finished[] = [];
          for (let at = 0; at < mine.length; at += BATCH) {
            const batch = mine.slice(at, at + BATCH);
            results.push(...((await workshops[index]?.finish(batch)) ?? []));
            done += batch.length;
            progress('write', done, assignments.length);
          }
          return results;
        }),
      );
      return all.flat();
    },
    close: async () => {
      await Promise.all(workshops.map((one) => one.close()));
    },
  };
}

/** Hands out batches to whoever is free; the results are in the order of the jobs. */
async function shared<J, R>(
  jobs: readonly J[],
  hands: number,
  stage: 'read' | 'write',
  progress: Progress,
  work: (batch: readonly J[], hand: number) => Promise<readonly R[]>,
): Promise<R[]> {
  const results: (readonly R[])[] = [];
  let next = 0;
  let done = 0;
  const run = async (hand: number): Promise<void> => {
    while (next < jobs.length) {
      const at = next;
      next += BATCH;
      const batch = jobs.slice(at, at + BATCH);
      results[at / BATCH] = await work(batch, hand);
      done += batch.length;
      progress(stage, done, jobs.length);
    }
  };
  await Promise.all(Array.from({ length: hands }, (_, hand) => run(hand)));
  return results.flat();
}
