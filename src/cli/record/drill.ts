import { type Entry, slugOf, titleOf } from '../../domain/graph/corpus.ts';
import { numberAt, textsOf } from '../../domain/graph/fields.ts';
import { type DrillFacts, drillsOf, drillTrouble } from '../../domain/standard/facts/drills.ts';
import { personNamed, sideNamed } from '../../domain/standard/facts/people.ts';
import { tierOf } from '../../domain/standard/facts/tiers.ts';
import type { StandardContext } from '../../domain/standard/rule.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { cell } from '../table.ts';
import type { Log } from './log.ts';
import type { Moment } from './moment.ts';
import { sideWords } from './subjects.ts';

/** What somebody said of a drill. */
export interface Drill {
  readonly runbook: Entry;
  readonly on: string;
  /** Slugs of people. */
  readonly executor: string;
  readonly participants: readonly string[];
  readonly started: Moment;
  readonly finished: Moment;
  readonly result: string;
  readonly kind: string | undefined;
  readonly environment: string | undefined;
  readonly title: string | undefined;
}

/** The fields of the record of a drill. */
export function fieldsOfDrill(
  drill: Drill,
  log: Log,
  { hash, stem, today }: { hash: string; stem: string; today: string },
): Record<string, string | readonly string[] | undefined> {
  const { runbook, on, participants, result } = drill;
  const systems = textsOf(runbook.data, 'systems');
  return {
    title: drill.title ?? cell(`${titleOf(runbook)}, drill of ${on} (${result}ed)`, 120),
    summary: summaryOf(drill),
    status: 'draft',
    owner: drill.executor,
    audience: textsOf(runbook.data, 'audience'),
    systems: systems.length > 0 ? systems : undefined,
    created: today,
    runbook: slugOf(runbook),
    on,
    executor: drill.executor,
    participants: participants.length > 0 ? participants : undefined,
    kind: drill.kind,
    environment: drill.environment,
    started_at: drill.started.utc,
    finished_at: drill.finished.utc,
    result,
    drilled_hash: hash,
    log_ref: `./${stem}${log.ending}`,
    log_digest: log.digest,
  };
}

function summaryOf({ runbook, started, finished, result }: Drill): string {
  const minutes = minutesWords((finished.time - started.time) / 60_000);
  const target = numberAt(runbook.data, 'target_minutes');
  const against = target === null ? '' : ` against a target of ${target}`;
  return `${result === 'pass' ? 'Passed' : 'Failed'} after ${minutes}${against}.`;
}

/** What the record at `path` is worth, in sentences. */
export function meaningOf(context: StandardContext, path: string): string[] {
  const { corpus } = context;
  const facts = drillsOf(context).find(({ entry }) => entry.path === path);
  if (!facts) return [];
  const runbook = corpus.byId.get(`runbooks/${facts.runbook}`);
  return [
    timeWords(facts, runbook),
    vendorWords(facts, { corpus }),
    runbook === undefined || (tierOf(runbook, corpus) ?? 3) > 2
      ? []
      : countWords(drillTrouble(facts, runbook, context)),
    facts.passed ? [] : 'It failed, and that is worth knowing: write what has to change.',
    'Write what was tried, what confused you and what was changed, then set its status to current.',
  ].flat();
}

const countWords = (trouble: string | null): string =>
  trouble === null ? 'It counts for RBK-06.' : `It does not count for RBK-06: it ${trouble}.`;

function timeWords({ minutes }: DrillFacts, runbook: Entry | undefined): string {
  const took = `It took ${minutesWords(minutes ?? 0)}`;
  const target = numberAt(runbook?.data ?? {}, 'target_minutes');
  if (target === null)
    return `${took}. The runbook states no target_minutes, so no drill can meet it.`;
  const isOver = (minutes ?? 0) > target;
  return `${took}; the target is ${target}${isOver ? ', so it is missed' : ''}.`;
}

function vendorWords({ people, vendorPresent }: DrillFacts, { corpus }: Pick<Workspace, 'corpus'>) {
  if (!vendorPresent) return 'Nobody of the vendor took part.';
  const why = people
    .filter((slug) => sideNamed(corpus, slug) !== 'customer')
    .map((slug) => {
      const person = personNamed(corpus, slug);
      return person === null ? slug : `${titleOf(person)} is ${sideWords(person, corpus)}`;
    });
  return `It was not without the vendor: ${why.join(', ')}.`;
}

const minutesWords = (minutes: number): string => {
  const whole = Math.round(minutes * 10) / 10;
  return `${whole} minute${whole === 1 ? '' : 's'}`;
};
