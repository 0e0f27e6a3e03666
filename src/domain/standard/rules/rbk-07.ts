import { type Entry, titleOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { entriesAt, numberAt, rowsAt, textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { countAt } from '../facts/counts.ts';
import { type DrillFacts, drillsOf } from '../facts/drills.ts';
import { personNamed } from '../facts/people.ts';
import { isSaid } from '../facts/said.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const rbk07 = defineStandardRule({
  id: 'RBK-07',
  title: 'Restore drills are measured, and failed drills are repeated',
  statement:
    'A drill of a restore or of downtime states the data that was used and its size, and its measured time and lost minutes, which keep the objectives of the system. A failed drill of any runbook has actions with owners, and a new drill after they were closed.',
  why: 'A restore of an empty database always works. Only a restore of the real size tells how long clinics write on paper, and how many bookings are gone.',
  sources: [
    { source: 'hipaa-164.308', clause: '(a)(7)(ii)(B) and (C)' },
    { source: 'nist-800-53', clause: 'CP-4' },
    { source: 'hipaa-nprm', clause: 'restore within 72 hours, only proposed' },
  ],
  appliesTo: ['drill'],
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write `data_set` with the size of what was restored, `started_at`, `finished_at` and `data_lost_minutes`.',
    'Write `rto_minutes` and `rpo_minutes` in the system.',
    'After a failed drill write `findings` with an owner and a day for each; when all are closed, drill again.',
  ],
  limits: 'That the restored data was right. The log and the people who were there know.',
  messages: {
    dataSet: {
      message: 'It does not say which data was restored, and how much of it.',
      fix: 'Write: data_set: the copy that was restored and its size, such as 88 GB.',
    },
    empty: {
      message: 'What was restored was empty: {what}.',
      fix: 'Restore a copy of the size of production, and write its size after `data_set:`.',
    },
    minutes: {
      message: 'It does not say how long it took.',
      fix: 'Write: started_at and finished_at, from the log.',
    },
    lost: {
      message: 'It does not say how many minutes of data were lost.',
      fix: 'Write: data_lost_minutes: the minutes between the last restored change and the failure.',
    },
    objective: {
      message: 'Its system states no {name}, so nothing says whether the drill was good enough.',
      fix: 'Write {name} in the system: what the business can stand.',
    },
    missed: {
      message: 'It says pass, and {what} were {measured} minutes of {objective}.',
      fix: 'Write: result: fail, with what has to change under `findings:`; or have the sponsor change the objective in a decision.',
    },
    noAction: {
      message: 'It failed, and no action with an owner follows from it.',
      fix: 'Write under `findings:` what has to change, with owner and due.',
    },
    open: {
      message: 'It failed on {on}, and its action "{what}" is not closed.',
      fix: 'Close it and write closed_on, then drill again.',
    },
    noRepeat: {
      message: 'It failed, its actions were closed on {closed}, and nobody has tried again since.',
      fix: 'Drill again, and record it: npm run handbook -- drill {runbook}',
    },
  },
  examples: {
    ok: {
      path: 'drills/2026-09-24-restore.mdx',
      text: 'data_set: Production backup of 2026-09-23, 88 GB\n',
    },
    notOk: { path: 'drills/2026-09-24-restore.mdx', text: 'data_set: An empty database\n' },
  },
  *check(context) {
    for (const [, drills] of Map.groupBy(drillsOf(context), ({ runbook }) => runbook)) {
      const newest = drills.find((drill) => isRestore(drill, context));
      const findings = newest ? [...incomplete(newest, context)] : [];
      yield* findings;
      if (newest && findings.length === 0 && newest.passed) yield measured(newest);
      for (const drill of drills.filter(({ passed }) => !passed))
        yield* followUp(drill, drills, context);
    }
  },
});

const RESTORE = /\b(restor\w*|recover\w*|backup|point[- ]in[- ]time|downtime|emergency[- ]mode)\b/i;

/** A drill of a restore or of downtime: by the words of its title or its runbook's, or by what it measured. */
function isRestore({ entry, runbook }: DrillFacts, { corpus }: StandardContext): boolean {
  const target = corpus.byId.get(`runbooks/${runbook}`);
  const words = [runbook, entry.id, titleOf(entry), target ? titleOf(target) : ''].join(' ');
  return RESTORE.test(words.replaceAll('-', ' ')) || entry.data['data_lost_minutes'] !== undefined;
}

const measured = ({ entry, minutes, on }: DrillFacts) => ({
  evidence: `on ${on} done in ${Math.round(minutes ?? 0)} minutes with ${numberAt(entry.data, 'data_lost_minutes')} minutes of data lost, of ${textAt(entry.data, 'data_set')}`,
  path: entry.path,
});

const EMPTY = /\b(empty|blank|schema only|no (data|rows|records)|dummy)\b/i;
const SIZE = /\d[\d.,]*\s*(?:thousand|million|billion)?\s*[a-z]{1,}/i;

function* incomplete(drill: DrillFacts, context: StandardContext) {
  const { path, data } = drill.entry;
  const here = (name: string) => ({ path, position: field([name]) });
  const set = data['data_set'];
  if (!isSaid(set)) yield { messageId: 'dataSet', ...here('data_set') } as const;
  else if (EMPTY.test(set) || hasNoSize(set))
    yield { messageId: 'empty', ...here('data_set'), args: { what: set } } as const;
  const lost = countAt(data, 'data_lost_minutes');
  if (drill.minutes === null) yield { messageId: 'minutes', ...here('started_at') } as const;
  if (lost === null) yield { messageId: 'lost', ...here('data_lost_minutes') } as const;
  for (const [name, value, what] of [
    ['rto_minutes', drill.minutes, 'from the start to verified service'],
    ['rpo_minutes', lost, 'lost'],
  ] as const) {
    const objective = objectiveOf(drill, name, context);
    if (objective === null)
      yield { messageId: 'objective', ...here('systems'), args: { name } } as const;
    else if (drill.passed && value !== null && value > objective) {
      const args = { what, measured: Math.round(value), objective };
      yield { messageId: 'missed', ...here('result'), args } as const;
    }
  }
}

/** No number but days, or nothing but zeros before a unit. */
function hasNoSize(words: string): boolean {
  const sizes = words
    .replaceAll(/\d{4}-\d{2}-\d{2}(T[\d:]+Z?)?|\d{1,2}:\d{2}Z?/g, '')
    .match(new RegExp(SIZE, 'gi'));
  return !sizes?.some((size) => Number.parseFloat(size.replaceAll(',', '')) > 0);
}

/** The tightest objective of the systems that were drilled. */
function objectiveOf(
  { entry, runbook }: DrillFacts,
  name: 'rto_minutes' | 'rpo_minutes',
  { corpus }: StandardContext,
): number | null {
  const own = entriesAt(entry.data, 'systems', 'systems', corpus);
  const target = corpus.byId.get(`runbooks/${runbook}`)?.data ?? {};
  const systems: Entry[] = own.length > 0 ? own : entriesAt(target, 'systems', 'systems', corpus);
  const values = systems.map(({ data }) => countAt(data, name)).filter((one) => one !== null);
  return values.length === 0 ? null : Math.min(...values);
}

function* followUp(
  drill: DrillFacts,
  all: readonly DrillFacts[],
  { corpus, asOf }: StandardContext,
) {
  const { entry, on, runbook } = drill;
  const here = { path: entry.path, position: field(['result']) };
  const actions = rowsAt(entry.data, 'findings').filter(
    ({ what, owner }) => isSaid(what) && personNamed(corpus, owner) !== null,
  );
  const open = actions.find(({ closed_on: day }) => !isDay(day) || day > asOf || day < on);
  const closed = actions
    .map(({ closed_on: day }) => String(day))
    .sort()
    .at(-1);
  if (closed === undefined) yield { messageId: 'noAction', ...here } as const;
  else if (open) {
    const args = { on, what: textAt(open, 'what') ?? '' };
    yield { messageId: 'open', ...here, args } as const;
  } else {
    const next = all.find((one) => one.on >= closed && one.entry !== entry && one.on > on);
    if (next)
      yield { evidence: `failed on ${on}, tried again on ${next.on}`, path: next.entry.path };
    else yield { messageId: 'noRepeat', ...here, args: { closed, runbook } } as const;
  }
}
