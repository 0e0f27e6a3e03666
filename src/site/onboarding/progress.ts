/** What a reader did with one step; days as `YYYY-MM-DD` of the reader's own clock. */
export interface StepRecord {
  /** The document of the step, `folder/slug`, or `first-change`. */
  readonly step: string;
  readonly opened: string | null;
  readonly done: string | null;
  /** The digest of what was read when it was ticked; null where nothing is read. */
  readonly digest: string | null;
}

/** How far a reader is on one path. */
export interface PathRecord {
  /** `onboarding/SLUG`. */
  readonly path: string;
  readonly started: string;
  readonly steps: readonly StepRecord[];
}

/** All that a reader's browser keeps of a handbook; the path that was started last comes first. */
export type Progress = readonly PathRecord[];

/** Something that a reader did. */
export type Deed = { readonly path: string; readonly on: string } & (
  | { readonly kind: 'start' }
  | { readonly kind: 'open'; readonly step: string }
  | { readonly kind: 'tick'; readonly step: string; readonly digest: string | null }
  | { readonly kind: 'untick'; readonly step: string }
  | { readonly kind: 'clear' }
  | { readonly kind: 'bring'; readonly record: PathRecord }
);

/** The step under which the first change is kept. */
export const FIRST_CHANGE = 'first-change';

/** The progress after a deed. To open a page starts no path; to tick a step of one does. */
export function after(progress: Progress, deed: Deed): Progress {
  const known = recordOf(progress, deed.path);
  switch (deed.kind) {
    case 'clear':
      return progress.filter(({ path }) => path !== deed.path);
    case 'bring':
      return [joined(known, deed.record), ...others(progress, deed.path)];
    case 'start':
      return known ? progress : [begun(deed), ...progress];
    case 'open':
      if (!known || stepOf(known, deed.step)?.opened) return progress;
      return replaced(progress, withStep(known, { ...blank(known, deed.step), opened: deed.on }));
    case 'tick': {
      const record = known ?? begun(deed);
      const step = blank(record, deed.step);
      const ticked = withStep(record, { ...step, done: deed.on, digest: deed.digest });
      return known ? replaced(progress, ticked) : [ticked, ...progress];
    }
    case 'untick':
      if (!known) return progress;
      return replaced(
        progress,
        withStep(known, { ...blank(known, deed.step), done: null, digest: null }),
      );
  }
}

/** What is kept of a path, or null where it was not started. */
export const recordOf = (progress: Progress, path: string): PathRecord | null =>
  progress.find((one) => one.path === path) ?? null;

/** What is kept of a step, or null. */
export const stepOf = (record: PathRecord | null, step: string): StepRecord | null =>
  record?.steps.find((one) => one.step === step) ?? null;

const begun = ({ path, on }: Deed): PathRecord => ({ path, started: on, steps: [] });

const others = (progress: Progress, path: string): PathRecord[] =>
  progress.filter((one) => one.path !== path);

const replaced = (progress: Progress, record: PathRecord): Progress =>
  progress.map((one) => (one.path === record.path ? record : one));

const blank = (record: PathRecord, step: string): StepRecord =>
  stepOf(record, step) ?? { step, opened: null, done: null, digest: null };

const withStep = (record: PathRecord, step: StepRecord): PathRecord => ({
  ...record,
  steps: [...record.steps.filter((one) => one.step !== step.step), step],
});

/** Two records of one path: the earlier start, and of each step what was ticked later. */
function joined(known: PathRecord | null, brought: PathRecord): PathRecord {
  if (!known) return brought;
  const names = new Set([...known.steps, ...brought.steps].map(({ step }) => step));
  return {
    path: known.path,
    started: first(known.started, brought.started) ?? known.started,
    steps: [...names].map((name) => {
      const [here, there] = [blank(known, name), blank(brought, name)];
      const { done, digest } = (there.done ?? '') > (here.done ?? '') ? there : here;
      return { step: name, opened: first(here.opened, there.opened), done, digest };
    }),
  };
}

const first = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;
