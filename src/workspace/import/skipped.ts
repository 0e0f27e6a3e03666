import type { Opened } from './opened.ts';
import type { Broken, Noticed, Unread } from './worker-model.ts';

/** A file that is not brought in, and why. */
export type Skipped = Broken;

/** Whether a file was read as a document. */
export const isNoticed = (one: Noticed | Unread): one is Noticed => 'detection' in one;

/** Documents that went through a step, and those that broke off at it. */
export function apart<T extends object>(results: readonly (T | Broken)[]) {
  const isBroken = (one: T | Broken): one is Broken => 'reason' in one;
  return {
    whole: results.filter((one): one is T => !isBroken(one)),
    broken: results.filter(isBroken),
  };
}

/** What could not be opened, and what could not be read. */
export function skippedOf(
  read: readonly (Noticed | Unread)[],
  opened: readonly Opened[],
): Skipped[] {
  return [
    ...opened.flatMap(({ name, source }) =>
      source.problems.map(({ path, message }) => ({ from: `${name}/${path}`, reason: message })),
    ),
    ...read.flatMap((one) =>
      isNoticed(one) || one.reason === null ? [] : [{ from: one.from, reason: one.reason }],
    ),
  ];
}

/** What somebody wants left out. */
export const unwanted = (
  noticed: readonly Noticed[],
  isUnwanted: (one: Noticed) => boolean,
): Skipped[] =>
  noticed.filter(isUnwanted).map(({ from }) => ({ from, reason: 'It was to be left out.' }));
