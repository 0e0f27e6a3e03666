import { resolvePath } from '../../body/target.ts';
import { type Corpus, type Entry, entriesOf } from '../../graph/corpus.ts';
import { addDays, daysBetween, isDay } from '../../graph/days.ts';
import { numberAt, textAt, textsOf } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';
import { noWitness, wasExchanged, wasRewritten } from './history.ts';
import { sideNamed } from './people.ts';

/** Days for which a drill speaks. */
const DRILL_LIFE = 90;

/** A drill as it was recorded, with what follows from it. */
export interface DrillFacts {
  readonly entry: Entry;
  /** Slug of the runbook. */
  readonly runbook: string;
  readonly on: string;
  readonly executor: string;
  readonly passed: boolean;
  /** From the first step to verified service; null where it was not measured, or on another day. */
  readonly minutes: number | null;
  /** Whether its clock ran on another day, time zones left aside. */
  readonly isOtherDay: boolean;
  /** Everybody who took part, the executor first. */
  readonly people: readonly string[];
  /** Whether somebody of the vendor, or somebody whose side nobody can tell, took part. */
  readonly vendorPresent: boolean;
}

/** All drills up to today, newest first. */
export function drillsOf({ corpus, asOf }: Pick<StandardContext, 'corpus' | 'asOf'>): DrillFacts[] {
  return entriesOf(corpus, 'drill')
    .filter(({ data }) => isDay(data['on']) && data['on'] <= asOf)
    .map((entry) => {
      const { data } = entry;
      const executor = textAt(data, 'executor') ?? '';
      const on = String(data['on']);
      const started = textAt(data, 'started_at');
      const isOtherDay = started !== null && Math.abs(daysBetween(on, started)) > 1;
      const people = [executor, ...textsOf(data, 'participants')];
      return {
        entry,
        runbook: textAt(data, 'runbook') ?? '',
        on,
        executor,
        passed: data['result'] === 'pass',
        minutes: isOtherDay ? null : minutesBetween(started, textAt(data, 'finished_at')),
        isOtherDay,
        people,
        vendorPresent: people.some((person) => sideNamed(corpus, person) !== 'customer'),
      };
    })
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

/** Whether a drill is young enough to speak for today. */
export const isRecentDrill = ({ on }: DrillFacts, asOf: string): boolean =>
  addDays(on, DRILL_LIFE) >= asOf;

function minutesBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const minutes = (Date.parse(to) - Date.parse(from)) / 60_000;
  return Number.isFinite(minutes) && minutes >= 0 ? minutes : null;
}

/** The log of a drill; its digest as recorded and as it is. Null where none is named. */
export function logOf(
  { entry }: Pick<DrillFacts, 'entry'>,
  { fileOf }: Pick<StandardContext, 'fileOf'>,
) {
  const reference = textAt(entry.data, 'log_ref');
  const path = reference === null ? null : resolvePath(entry.path, reference);
  if (path === null) return null;
  const file = fileOf(path);
  return {
    path,
    recorded: textAt(entry.data, 'log_digest'),
    actual: file?.digest ?? null,
    isEmpty: file?.text?.trim() === '',
  };
}

/** What was rewritten after a drill was committed, as the end of "the drill ..."; null where git can tell of nothing. */
function rewriteOf(drill: DrillFacts, context: StandardContext): string | null {
  if (noWitness(context, drill.on) !== null) return null;
  if (wasRewritten(drill.entry, 'drilled_hash', context)) return 'was moved to another text';
  const log = logOf(drill, context)?.path ?? '';
  return wasRewritten(drill.entry, 'log_digest', context) || wasExchanged(log, context)
    ? 'has a log that was exchanged after it was committed'
    : null;
}

/** Why a drill proves nothing today, as the end of "the drill ..."; null where it proves the runbook. */
export function drillTrouble(
  drill: DrillFacts,
  runbook: Entry,
  context: StandardContext,
): string | null {
  const { asOf, corpus, hashOf } = context;
  const target = numberAt(runbook.data, 'target_minutes');
  if (!isRecentDrill(drill, asOf)) return 'is too old';
  if (!drill.passed) return 'failed';
  const conduct = conductTrouble(drill, corpus);
  if (conduct !== null) return conduct;
  if (drill.minutes === null)
    return drill.isOtherDay ? 'was measured on another day' : 'was not measured';
  if (target === null || drill.minutes > target)
    return `took ${Math.round(drill.minutes)} minutes of ${target}`;
  if (drill.entry.data['drilled_hash'] !== hashOf(runbook)) return 'was of another text';
  return troubleOfLog(drill, context) ?? rewriteOf(drill, context);
}

/** Why a drill was not the customer's alone, as the end of "the drill ..."; null where it was. */
export function conductTrouble(drill: DrillFacts, corpus: Corpus): string | null {
  if (sideNamed(corpus, drill.executor) !== 'customer')
    return 'was not carried out by the customer';
  return drill.vendorPresent ? 'had somebody of the vendor in it' : null;
}

function troubleOfLog(drill: DrillFacts, context: StandardContext): string | null {
  const log = logOf(drill, context);
  if (log === null) return 'has no log';
  if (log.actual === null) return 'names a log that is not there';
  if (log.isEmpty) return 'has an empty log';
  return log.recorded === log.actual ? null : 'has a log that changed afterwards';
}
