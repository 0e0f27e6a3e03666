import { counted, lengthOfTime } from '../views/days.ts';
import type { ListedStep, PathView } from '../views/onboarding/path.ts';
import { dayOf } from '../views/words.ts';
import { type Next, type OpenStep, type Route, type Standing, stateOf } from './journey.ts';
import { FIRST_CHANGE, type PathRecord, stepOf } from './progress.ts';

/** The place and the time of a step, above its name. */
export const reads = ({ number, minutes }: ListedStep, of: number): string =>
  joined(`Step ${number} of ${of}`, minutesWords(minutes));

/** Minutes as people say them, or null. */
export const minutesWords = (minutes: number | null): string | null =>
  minutes === null ? null : lengthOfTime(minutes);

/** What a path takes, before anything of it is done. */
export const extentOf = ({ listed, minutes }: PathView): string =>
  joined(
    counted(listed.length, 'step'),
    minutes > 0 ? `${lengthOfTime(minutes)} of reading and trying` : null,
  );

const parts: Readonly<Record<string, string>> = {
  'before-day-1': 'before day 1',
  'week-1': 'in week 1',
  'month-1': 'in month 1',
};

/** How far a reader is, in one sentence or two. */
export function standingWords({ done, of, changed, minutesLeft, parts: left }: Standing): string {
  const parted = left.map(({ part, steps, minutes }) =>
    [`${counted(steps, 'step')} left ${parts[part] ?? part}`, timeIn(minutes)].join(''),
  );
  return joined(
    `${done} of ${counted(of, 'step')} done`,
    changed > 0 ? `${changed} changed since you read ${changed === 1 ? 'it' : 'them'}` : null,
    minutesLeft > 0 ? `${lengthOfTime(minutesLeft)} left` : null,
    ...parted,
  );
}

const timeIn = (minutes: number): string => (minutes > 0 ? ` (${lengthOfTime(minutes)})` : '');

/** How one step stands, in words that follow its minutes; empty while it is new. */
export function stateWords(
  record: PathRecord | null,
  step: Pick<OpenStep, 'key' | 'digest'>,
): string {
  const known = stepOf(record, step.key);
  switch (stateOf(record, step)) {
    case 'done':
      return `done on ${dayOf(known?.done ?? '')}`;
    case 'changed':
      return 'changed since you read it';
    case 'opened':
      return `opened on ${dayOf(known?.opened ?? '')}`;
    default:
      return '';
  }
}

/** A link that leads on, and the words before and after it. */
export interface Onward {
  readonly before: string;
  readonly href: string;
  readonly text: string;
  readonly after: string;
}

/** What comes next, as a link. */
export function onwardTo(next: Next, { href, steps }: Pick<Route, 'href' | 'steps'>): Onward {
  switch (next.kind) {
    case 'step':
      return { before: 'Next: ', ...linkTo(next.step) };
    case 'again':
      return { before: 'Changed since you read it: ', ...linkTo(next.step) };
    case 'change':
      return {
        before: 'Next: ',
        href: `${href}#_first-change`,
        text: 'your first change',
        after: '',
      };
    default:
      return {
        before: `All ${steps.length} done. `,
        href: `${href}#_progress`,
        text: 'Take the file for the record',
        after: '',
      };
  }
}

const linkTo = ({ href, title, minutes }: OpenStep) => ({
  href,
  text: title,
  after: minutes === null ? '' : `, ${lengthOfTime(minutes)}`,
});

/** The name of what comes next, as it is kept. */
export const nameOfNext = (next: Next): string =>
  next.kind === 'change' ? FIRST_CHANGE : next.kind === 'finished' ? 'finished' : next.step.key;

/** Parts of a line; what is missing is left out. */
const joined = (...items: readonly (string | null)[]): string =>
  items.filter((item) => item !== null && item !== '').join(' · ');
