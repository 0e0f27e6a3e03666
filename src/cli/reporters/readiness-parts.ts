import { daysBetween } from '../../domain/graph/days.ts';
import { openFindings } from '../../domain/readiness/parts.ts';
import { type GateName, gateTitles } from '../../domain/standard/gates.ts';
import type { LocatedFinding, LocatedReadiness } from '../../workspace/judge.ts';
import { count } from './report.ts';

export type State = LocatedReadiness['rules'][number];

/** What fails today, errors first; of a waiver that was meant for it and does not hold, the reason as well. */
export const failuresOf = (rules: readonly State[]): LocatedFinding[] =>
  rules
    .flatMap(openFindings)
    .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .map((finding) => ({ ...finding, message: messageOf(finding) }));

const messageOf = ({ message, voided }: LocatedFinding): string =>
  voided === null
    ? message
    : `${message} The waiver ${voided.entry.id} does not hold: ${voided.void}.`;

/** Where the engagement stands: the day, and how far the exit is. */
export function standing({ asOf, exitOn }: LocatedReadiness): string {
  if (exitOn === null) return `As of ${asOf}. engagement.yaml names no exit day.`;
  const days = daysBetween(asOf, exitOn);
  const distance =
    days > 0 ? `in ${count(days, 'day')}` : days === 0 ? 'today' : `${count(-days, 'day')} ago`;
  return `As of ${asOf}; the exit day is ${exitOn}, ${distance}.`;
}

/** What a gate result says in words. */
export function gateWordsOf({
  state,
  errors,
  warnings,
  unknown,
}: LocatedReadiness['gates'][number]): string {
  const found = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(unknown > 0 ? [`${count(unknown, 'rule')} undecided`] : []),
  ].join(', ');
  const open = found === '' ? 'nothing open' : found;
  return state === 'ahead' ? `ahead: ${open} if it were today` : `${stateWords[state]}: ${open}`;
}

const stateWords = {
  passed: 'passed',
  failed: 'failed',
  'cannot-tell': 'cannot tell',
  ahead: 'ahead',
} as const;

/** A gate in words: `90 days before the exit`. */
export const gateTitle = (gate: GateName): string => gateTitles[gate];
