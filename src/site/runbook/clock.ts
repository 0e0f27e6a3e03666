/** One step of the escalation, as the page carries it to its script. */
export interface CallAt {
  readonly minutes: number;
  readonly who: string;
  readonly route: string;
  /** What a telephone dials; null where the route holds no number. */
  readonly href: string | null;
}

/** What the clock of a runbook says. */
export interface Clock {
  /** Whole minutes since the first tick. */
  readonly elapsed: number;
  /** The elapsed time against the aim, in words. */
  readonly words: string;
  readonly late: boolean;
  /** Who is called next, or the last one where everybody is due. */
  readonly call: (CallAt & { readonly words: string; readonly due: boolean }) | null;
}

const MINUTE = 60_000;

/** What to say at a moment about a run that began at another; both in milliseconds. */
export function clockAt(
  began: number,
  now: number,
  target: number | null,
  calls: readonly CallAt[],
): Clock {
  // A phone may set its clock back while the page is open.
  const elapsed = Math.max(0, Math.floor((now - began) / MINUTE));
  const late = target !== null && elapsed > target;
  const of = target === null ? '' : ` of ${target}`;
  return { elapsed, late, words: `${elapsed}${of} min`, call: callAt(elapsed, calls) };
}

function callAt(elapsed: number, calls: readonly CallAt[]): Clock['call'] {
  const later = calls.filter(({ minutes }) => minutes > 0).sort((a, b) => a.minutes - b.minutes);
  const next = later.find(({ minutes }) => minutes > elapsed);
  if (next) return { ...next, due: false, words: inMinutes(next.minutes - elapsed) };
  const last = later.at(-1);
  return last ? { ...last, due: true, words: `now (since minute ${last.minutes})` } : null;
}

const inMinutes = (minutes: number): string =>
  minutes === 1 ? 'in 1 minute' : `in ${minutes} minutes`;

/** Milliseconds until the clock says something else. */
export const untilNextMinute = (began: number, now: number): number =>
  MINUTE - ((((now - began) % MINUTE) + MINUTE) % MINUTE);
