import type { PathRecord, Progress, StepRecord } from './progress.ts';

/** More paths, or a longer name, no reader keeps. */
const MOST_PATHS = 50;
const MOST_LETTERS = 200;

/** What a browser kept, as progress; whatever is not such is left out, and nothing of it is trusted. */
export function progressIn(text: string | null): Progress {
  const kept = parsed(text);
  if (!Array.isArray(kept)) return [];
  const records = kept.slice(0, MOST_PATHS).map(pathRecordIn);
  return onceEach(
    records.filter((one) => one !== null),
    ({ path }) => path,
  );
}

/** Progress as a browser keeps it. */
export const keptText = (progress: Progress): string => JSON.stringify(progress);

/** One record of a path, or null where it is none. */
export function pathRecordIn(value: unknown): PathRecord | null {
  const { path, started, steps } = fieldsOf(value);
  if (!isName(path) || !isDay(started) || !Array.isArray(steps)) return null;
  const records = steps.map(stepRecordIn).filter((one) => one !== null);
  return { path, started, steps: onceEach(records, ({ step }) => step) };
}

function stepRecordIn(value: unknown): StepRecord | null {
  const { step, opened, done, digest } = fieldsOf(value);
  if (!isName(step)) return null;
  return {
    step,
    opened: isDay(opened) ? opened : null,
    done: isDay(done) ? done : null,
    digest:
      isDay(done) && typeof digest === 'string' && /^[0-9a-f]{12}$/.test(digest) ? digest : null,
  };
}

/** The own fields of a value; of what is no object none. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Whether a value is a day that exists. */
function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A document's id, the second reading of one (`~2`), or the name of a task. */
const isName = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= MOST_LETTERS &&
  /^[\p{L}\p{N}][\p{L}\p{N}._/-]*(?:~\d{1,2})?$/u.test(value);

const onceEach = <T>(items: readonly T[], nameOf: (item: T) => string): T[] =>
  [...new Map(items.toReversed().map((item) => [nameOf(item), item])).values()].toReversed();

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
