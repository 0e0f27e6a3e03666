import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { openWorkshop } from './worker.ts';
import type { SourceOrder, Workshop } from './worker-model.ts';

/** A call of a workshop in another thread, and its answer. */
interface Call {
  readonly name: keyof Workshop;
  readonly argument: unknown;
}
type Answer = { readonly value: unknown } | { readonly error: string };

/** Trees live for one document: with less room, they are copied around before they are thrown away. */
const YOUNG_MB = 128;

const MARK = 'import workshop';

/** A workshop in a thread of its own. */
export async function openThread(orders: readonly SourceOrder[]): Promise<Workshop> {
  const thread = new Worker(new URL(import.meta.url), {
    workerData: { mark: MARK, orders },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  let waiting: ((answer: Answer) => void) | null = null;
  const answer = (one: Answer) => {
    waiting?.(one);
    waiting = null;
  };
  thread.on('message', answer);
  thread.on('error', (error) =>
    answer({ error: error instanceof Error ? error.message : String(error) }),
  );
  thread.on('exit', () => answer({ error: 'a thread of the import ended before its work' }));
  const call = async (name: keyof Workshop, argument: unknown): Promise<never> => {
    const answered = new Promise<Answer>((resolve) => {
      waiting = resolve;
    });
    thread.postMessage({ name, argument } satisfies Call);
    const result = await answered;
    if ('error' in result) throw new Error(result.error);
    return result.value as never;
  };
  return {
    read: (files) => call('read', files),
    fill: (assignments) => call('fill', assignments),
    link: (world) => call('link', world),
    place: (fates) => call('place', fates),
    finish: (froms) => call('finish', froms),
    close: async () => {
      await thread.terminate();
    },
  };
}

async function serve(orders: readonly SourceOrder[]): Promise<void> {
  const workshop = openWorkshop(orders);
  // Who opened the thread hears of a failure by the answer to the first call.
  workshop.catch(() => {});
  parentPort?.on('message', async ({ name, argument }: Call) => {
    try {
      const work = (await workshop)[name] as (argument: unknown) => Promise<unknown>;
      parentPort?.postMessage({ value: await work(argument) } satisfies Answer);
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ error: message } satisfies Answer);
    }
  });
}

if (!isMainThread && workerData?.mark === MARK) await serve(workerData.orders);
