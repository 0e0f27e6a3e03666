import { daysBetween } from '../../../domain/graph/days.ts';
import { isUndecided, openFindings } from '../../../domain/readiness/parts.ts';
import type { Readiness } from '../../../domain/readiness/readiness.ts';
import { gateTitles } from '../../../domain/standard/gates.ts';
import { counted } from '../days.ts';
import { dayOf, type Tone } from '../words.ts';
import { comingWords } from './coming.ts';

/** Whether the engagement can end on its day, in the first sentence; then what to know with it. */
export interface Verdict {
  readonly tone: Tone;
  readonly sentence: string;
  readonly rest: readonly string[];
}

/** The verdict of a day: what is due counts now, what the exit day asks for is said beside it. */
export function verdictOf(readiness: Readiness): Verdict {
  const { asOf, exitOn, reached, rules } = readiness;
  const errors = rules.flatMap(openFindings).filter(({ severity }) => severity === 'error').length;
  const undecided = rules.filter(isUndecided).length;
  const stops = listOf([
    ...(errors > 0 ? [`${counted(errors, 'error')} ${errors === 1 ? 'is' : 'are'} due`] : []),
    ...(undecided > 0
      ? [`nobody could decide ${counted(undecided, 'rule')} that must be met`]
      : []),
  ]);
  const rest = [...restOf(readiness)];
  if (reached === null)
    return {
      tone: 'quiet',
      sentence: 'The engagement has not begun, so nothing is due yet.',
      rest,
    };
  if (exitOn === null) {
    const sentence =
      'Nobody can tell whether the engagement can end: engagement.yaml names no exit day.';
    return { tone: 'bad', sentence, rest: stops === '' ? rest : [`Today ${stops}.`, ...rest] };
  }
  const day = dayOf(exitOn);
  const isOver = asOf >= exitOn;
  if (stops !== '') {
    const sentence = isOver
      ? `The engagement was to end on ${day}, and it cannot end as things stand: ${stops}.`
      : `As things stand the engagement cannot end on ${day}: ${stops}.`;
    return { tone: 'bad', sentence, rest };
  }
  return isOver
    ? { tone: 'good', sentence: `The engagement can end: no error is left that stops it.`, rest }
    : onTheWay(readiness, day, rest);
}

function onTheWay({ gates }: Readiness, day: string, rest: readonly string[]): Verdict {
  const left = gates.find(({ id }) => id === 'X');
  const open = (left?.errors ?? 0) + (left?.unknown ?? 0);
  return open === 0
    ? { tone: 'good', sentence: `As things stand the engagement can end on ${day}.`, rest }
    : {
        tone: 'attention',
        sentence: `Nothing that is due today stops the engagement from ending on ${day}, and ${counted(open, 'point')} must be settled by then.`,
        rest,
      };
}

function* restOf(readiness: Readiness) {
  const { asOf, exitOn, gates, reached } = readiness;
  const left = exitOn === null ? null : daysBetween(asOf, exitOn);
  if (left !== null && left > 0) yield `${counted(left, 'day')} ${left === 1 ? 'is' : 'are'} left.`;
  const next = gates[gates.findIndex(({ id }) => id === reached) + 1];
  if (!next || next.date === null) return;
  const more = comingWords(readiness);
  const what =
    more === ''
      ? 'with nothing more to settle than is due today'
      : `with ${more} on top of those of today`;
  yield `The next gate, ${lower(gateTitles[next.id])}, is on ${dayOf(next.date)}, ${what}.`;
}

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

const listOf = (parts: readonly string[]): string => parts.join(', and ');
