import { resolvePath } from '../../body/target.ts';
import { type Entry, entriesOf, slugOf, titleOf } from '../../graph/corpus.ts';
import { addDays } from '../../graph/days.ts';
import { numberAt, textAt, textsOf } from '../../graph/fields.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { applicableControls, type Shown, shownBy } from '../facts/controls.ts';
import { lastCommit, noWitness } from '../facts/history.ts';
import { isActiveCustomer, nameOf } from '../facts/people.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

const YEAR = 365;

export const cmp02 = defineStandardRule({
  id: 'CMP-02',
  title: 'Evidence is young enough, and of its day',
  statement:
    'Each control that applies has evidence within its frequency; risk analysis and risk management have some within 12 months, and the review of audit logs has been carried out; a security official is named; no evidence is dated after its file was committed.',
  why: 'A control that ran until spring looks the same on paper as one that runs. The year of an audit is over when somebody finds out.',
  sources: [{ source: 'hipaa-164.308', clause: '(a)(1)(ii)(A), (B), (D), (a)(2)' }],
  appliesTo: ['evidence', 'control', 'person'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write `frequency_days` into each control, and collect within it.',
    'Write controls for 164.308(a)(1)(ii)(A), (B) and (D), and record the last risk analysis, the plan that followed, and a review of the logs as evidence.',
    'Give the person who is the security official that role in `roles`.',
  ],
  limits:
    'That the analysis was a good one, and that a file which is kept elsewhere is of the day that is written down.',
  messages: {
    noFrequency: {
      message: 'It does not say how old its evidence may be.',
      fix: 'Write: frequency_days: days after which it has to be collected again',
    },
    old: {
      message: 'Its newest evidence is of {day}, and {days} days is the most that it may be old.',
      fix: 'Collect it again, and write it down: npm run handbook -- new evidence "TITLE" --control {slug} --collected-on DAY',
    },
    noControl: {
      message: '{what} has no control, so nobody can show that it was done.',
      fix: 'Write it: npm run handbook -- new control "TITLE" --framework hipaa --clause "{clause}"; then its evidence.',
    },
    notDone: {
      message: 'Nothing shows that {what} was done in the 12 months before {asOf}.',
      fix: 'Do it, and write it down: npm run handbook -- new evidence "TITLE" --control {slug} --collected-on DAY',
    },
    noOfficial: {
      message: 'Nobody of the customer is named as security official.',
      fix: 'Write into the record of the person: roles: [security official]',
    },
    future: {
      message: 'It was collected on {day}, which is still to come.',
      fix: 'Write the day on which it was really collected.',
    },
    ahead: {
      message:
        'It was collected on {day}, but {file} was last committed on {committed}, before that.',
      fix: 'Write the day on which it was really collected, or commit what was collected on {day}.',
    },
  },
  examples: {
    ok: { path: 'controls/risk-analysis.mdx', text: 'frequency_days: 365\n' },
    notOk: { path: 'controls/risk-analysis.mdx', text: 'frequency_days: 5\n' },
  },
  *check(context) {
    const byControl = shownBy(context);
    const controls = applicableControls(context);
    for (const control of controls) yield ageOf(control, byControl, context);
    if (isHipaa(context)) {
      for (const duty of DUTIES) yield* dutyOf(duty, controls, byControl, context);
      yield official(context);
    }
    yield* datedAhead(context);
  },
});

type ByControl = ReadonlyMap<string, readonly Shown[]>;

const newestOf = (control: Entry, byControl: ByControl) =>
  byControl.get(slugOf(control))?.find(({ on }) => on !== null);

function ageOf(control: Entry, byControl: ByControl, { asOf }: StandardContext) {
  const { path, data } = control;
  const days = numberAt(data, 'frequency_days');
  if (days === null || !(days >= 1))
    return { messageId: 'noFrequency', path, position: field(['title']) } as const;
  const newest = newestOf(control, byControl);
  const day = newest?.on ?? null;
  if (newest && day !== null && addDays(day, Math.min(days, 10 * YEAR)) >= asOf)
    return { evidence: `${titleOf(control)}: collected on ${day}`, path: newest.entry.path };
  const args = { day: day ?? 'no day at all', days, slug: slugOf(control) };
  return { messageId: 'old', path, position: field(['frequency_days']), args } as const;
}

/** HIPAA is in scope unless the charter names frameworks without it. */
function isHipaa({ corpus }: StandardContext): boolean {
  const named = entriesOf(corpus, 'engagement-charter').flatMap(({ data }) =>
    textsOf(data, 'in_scope_frameworks'),
  );
  return named.length === 0 || named.includes('hipaa');
}

interface Duty {
  readonly what: string;
  /** The clause, and others under which it is found. */
  readonly clauses: readonly [string, ...string[]];
}

const DUTIES: readonly Duty[] = [
  { what: 'the risk analysis', clauses: ['164.308(a)(1)(ii)(A)'] },
  { what: 'the risk management plan', clauses: ['164.308(a)(1)(ii)(B)'] },
  { what: 'the review of audit logs', clauses: ['164.308(a)(1)(ii)(D)', '164.312(b)'] },
];

function* dutyOf(
  { what, clauses }: Duty,
  controls: readonly Entry[],
  byControl: ByControl,
  { asOf }: StandardContext,
) {
  // A control of the whole paragraph stands for its parts.
  const own = controls.filter(({ data }) => {
    const clause = (textAt(data, 'clause') ?? '').replace(/^45 CFR|[§\s]/g, '');
    return clauses.some((one) => clause === one || (clause.length > 7 && one.startsWith(clause)));
  });
  const [control] = own;
  if (!control) {
    const args = { what: what.replace(/^t/, 'T'), clause: clauses[0] };
    yield { messageId: 'noControl', path: 'engagement.yaml', position: wholeFile, args } as const;
    return;
  }
  const days = own.map((one) => newestOf(one, byControl)?.on ?? '').sort();
  if (addDays(days.at(-1) || '1970-01-01', YEAR) >= asOf) return;
  const args = { what, asOf, slug: slugOf(control) };
  yield { messageId: 'notDone', path: control.path, position: field(['title']), args } as const;
}

function official({ corpus, asOf }: StandardContext) {
  const person = entriesOf(corpus, 'person').find(
    (one) =>
      textsOf(one.data, 'roles').some((role) => /\bsecurity official\b/i.test(role)) &&
      isActiveCustomer(corpus, slugOf(one), asOf),
  );
  if (person)
    return {
      evidence: `${nameOf(corpus, slugOf(person))} is security official`,
      path: person.path,
    };
  return { messageId: 'noOfficial', path: 'engagement.yaml', position: wholeFile } as const;
}

/** Evidence that says it is younger than the commit of its page, or of the file that it names. */
function* datedAhead(context: StandardContext) {
  const all = entriesOf(context.corpus, 'evidence');
  for (const { path, data } of all) {
    const day = textAt(data, 'collected_on');
    if (day === null || day <= context.asOf) continue;
    const position = field(['collected_on']);
    yield { messageId: 'future', path, position, args: { day } } as const;
  }
  // A history that begins late still shows what was committed before the day that is claimed.
  const doubt = all.length === 0 ? null : noWitness(context, '9999-12-31');
  if (doubt !== null) {
    yield {
      cannotTell: `${doubt} Days of evidence cannot be held against it. Commit the content folder.`,
    };
    return;
  }
  for (const { path, data } of all) {
    const day = textAt(data, 'collected_on');
    if (day === null) continue;
    const named = resolvePath(path, textAt(data, 'location') ?? '');
    for (const file of [path, ...(named === null ? [] : [named])]) {
      const committed = lastCommit(context, file)?.on ?? null;
      if (committed === null || committed >= day || isEdited(file, context)) continue;
      const args = { day, file, committed };
      yield { messageId: 'ahead', path, position: field(['collected_on']), args } as const;
      break;
    }
  }
}

/** Whether a file was edited since its last commit, so that the day may be of what is not committed yet. */
function isEdited(path: string, { git, fileOf }: StandardContext): boolean {
  const [version] = git.versions(path);
  return version !== undefined && git.textOf(version) !== fileOf(path)?.text;
}
