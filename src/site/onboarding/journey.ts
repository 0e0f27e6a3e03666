import { FIRST_CHANGE, type PathRecord, stepOf } from './progress.ts';

/** A step as the browser knows it; one that leads to no page of this copy is not among them. */
export interface OpenStep {
  /** Its place in the path as the author counts, from 1. */
  readonly number: number;
  /** Under which its progress is kept. */
  readonly key: string;
  readonly title: string;
  readonly href: string;
  readonly minutes: number | null;
  /** The part of the plan that it belongs to, such as `week-1`. */
  readonly part: string | null;
  /** Of what the page says now. */
  readonly digest: string;
}

/** A path as the browser knows it. */
export interface Route {
  readonly path: string;
  readonly title: string;
  readonly href: string;
  readonly steps: readonly OpenStep[];
  readonly hasChange: boolean;
}

export type StepState = 'new' | 'opened' | 'done' | 'changed';

/** How a step stands; what was ticked of other words than the page has now is `changed`. */
export function stateOf(
  record: PathRecord | null,
  { key, digest }: Pick<OpenStep, 'key' | 'digest'>,
): StepState {
  const known = stepOf(record, key);
  if (known?.done) return known.digest === null || known.digest === digest ? 'done' : 'changed';
  return known?.opened ? 'opened' : 'new';
}

/** What comes next: a step, the first change, what changed since it was read, or nothing. */
export type Next =
  | { readonly kind: 'step'; readonly step: OpenStep }
  | { readonly kind: 'again'; readonly step: OpenStep }
  | { readonly kind: 'change' }
  | { readonly kind: 'finished' };

/** What a reader does next: the first step that is not done, then the first change, then what changed. */
export function nextOf(route: Pick<Route, 'steps' | 'hasChange'>, record: PathRecord | null): Next {
  const state = (step: OpenStep) => stateOf(record, step);
  const open = route.steps.find((step) => isOpen(state(step)));
  if (open) return { kind: 'step', step: open };
  if (route.hasChange && !isChangeMade(record)) return { kind: 'change' };
  const again = route.steps.find((step) => state(step) === 'changed');
  return again ? { kind: 'again', step: again } : { kind: 'finished' };
}

export interface Standing {
  readonly done: number;
  readonly of: number;
  /** Among those done. */
  readonly changed: number;
  /** Minutes of the steps that are not done. */
  readonly minutesLeft: number;
  /** Steps and minutes left of each part that has any, in the order of the path. */
  readonly parts: readonly {
    readonly part: string;
    readonly steps: number;
    readonly minutes: number;
  }[];
  /** The day of the last tick once every step is done; null before. */
  readonly completed: string | null;
}

/** How far a reader is. */
export function standingOf(
  route: Pick<Route, 'steps' | 'hasChange'>,
  record: PathRecord | null,
): Standing {
  const states = route.steps.map((step) => ({ step, state: stateOf(record, step) }));
  const left = states.filter(({ state }) => isOpen(state)).map(({ step }) => step);
  const byPart = Map.groupBy(left, ({ part }) => part);
  const all = left.length === 0 && (!route.hasChange || isChangeMade(record));
  return {
    done: states.length - left.length,
    of: states.length,
    changed: states.filter(({ state }) => state === 'changed').length,
    minutesLeft: minutesOf(left),
    parts: [...byPart].flatMap(([part, steps]) =>
      part === null ? [] : [{ part, steps: steps.length, minutes: minutesOf(steps) }],
    ),
    completed: all ? lastDay(route, record) : null,
  };
}

const isOpen = (state: StepState): boolean => state === 'new' || state === 'opened';

const isChangeMade = (record: PathRecord | null): boolean =>
  Boolean(stepOf(record, FIRST_CHANGE)?.done);

const minutesOf = (steps: readonly OpenStep[]): number =>
  steps.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

const lastDay = (
  { steps, hasChange }: Pick<Route, 'steps' | 'hasChange'>,
  record: PathRecord | null,
) =>
  [...steps.map(({ key }) => key), ...(hasChange ? [FIRST_CHANGE] : [])]
    .map((key) => stepOf(record, key)?.done ?? '')
    .sort()
    .at(-1) || null;
