import { isFor } from '../../audiences/readers.ts';
import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { numberAt, rowsAt, textAt, textsOf } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { chartersOf } from '../facts/charters.ts';
import { isActiveCustomer, nameOf } from '../facts/people.ts';
import { plannedRoles, roleKey } from '../facts/roles.ts';
import { isPlaceholder } from '../facts/words.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Documents below which a list is no path. */
const FEWEST = 3;

export const ppl01 = defineStandardRule({
  id: 'PPL-01',
  title: 'Each planned role has a path that somebody walked',
  statement:
    'Each role in the charter has an onboarding path: steps that lead to documents which one group of its readers can open, minutes for each, a first change, and something on every tier 1 system that the role touches. By -30 somebody of the customer completed it and said what was missing.',
  why: 'The second engineer starts in a month when nobody who built the systems is there to ask. What they need and cannot find is learned in an outage.',
  sources: [
    { source: 'itil', clause: 'knowledge transfer' },
    { source: 'far-52.237-3', clause: 'training programme' },
  ],
  appliesTo: ['onboarding-path', 'engagement-charter'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write the roles after `roles_planned:` in the charter, and a path in `onboarding/` for each, with the same words after `role:`.',
    `List ${FEWEST} documents or more in order, each with its minutes; name the systems, and a first change.`,
    'When somebody has gone through it, add them under `completed` with the place of their feedback, and correct the path.',
  ],
  limits: 'That the person can do the work; see the drills.',
  messages: {
    noRoles: {
      message: 'It does not say which roles the customer will have filled by the exit day.',
      fix: 'Write: roles_planned: [ROLE, ROLE]',
    },
    noPath: {
      message: 'The role "{role}" has no onboarding path.',
      fix: 'Add one: npm run handbook -- new onboarding-path "{role}" --role "{role}"',
    },
    few: {
      message: 'It leads to {count} of at least {fewest} documents, which is no path.',
      fix: 'Add steps: what to read and try, in the order in which a newcomer needs it.',
    },
    deadStep: {
      message: 'Step {number} leads to {doc}, which is no document.',
      fix: 'Write the folder and slug of a document, such as systems/SLUG.',
    },
    hiddenStep: {
      message: 'Step {number} leads to {doc}, which {group} cannot read.',
      fix: 'Add {group} to the audience of that document, or take the step out.',
    },
    noMinutes: {
      message: 'Step {number} does not say how long it takes.',
      fix: 'Write: minutes: 45, or what it took the last person.',
    },
    noChange: {
      message: 'It names no first change.',
      fix: 'Write: first_change: a small real change, where it is made and who reviews it.',
    },
    noSystems: {
      message: 'It does not say which systems the role touches.',
      fix: 'Write: systems: [SLUG, SLUG]',
    },
    uncovered: {
      message: 'No step teaches {system}, a tier 1 system that the role touches.',
      fix: 'Add a step: doc: systems/{system}, or one of its runbooks.',
    },
    unwalked: {
      message: 'Nobody of the customer has completed it and left feedback.',
      fix: 'Have somebody go through it, then write under completed: person, on and feedback_ref.',
      from: '-30',
    },
  },
  examples: {
    ok: {
      path: 'onboarding/interface-engineer.mdx',
      text: 'first_change: Add a sender to the test set\n',
    },
    notOk: { path: 'onboarding/interface-engineer.mdx', text: 'first_change: null\n' },
  },
  *check(context) {
    const { corpus } = context;
    for (const { path, data } of chartersOf(corpus).slice(0, 1)) {
      if (textsOf(data, 'roles_planned').length > 0) continue;
      yield { messageId: 'noRoles', path, position: field(['roles_planned']) };
    }
    const paths = Map.groupBy(
      entriesOf(corpus, 'onboarding-path').filter(
        ({ readable, data }) => readable && data['status'] !== 'retired',
      ),
      ({ data }) => roleKey(textAt(data, 'role') ?? ''),
    );
    for (const { role, path, index } of plannedRoles(corpus)) {
      const [best] = (paths.get(roleKey(role)) ?? [])
        .map((entry) => ({ entry, found: [...judge(entry, context)] }))
        .sort((a, b) => a.found.length - b.found.length);
      if (!best) {
        const position = field(['roles_planned', index]);
        yield { messageId: 'noPath', path, position, args: { role } };
        continue;
      }
      yield* best.found;
    }
  },
});

function* judge(path: Entry, context: StandardContext) {
  const { data, path: file } = path;
  const at = (name: string) => ({ path: file, position: field([name]) });
  yield* steps(path, context);
  if (isPlaceholder(textAt(data, 'first_change') ?? ''))
    yield { messageId: 'noChange', ...at('first_change') } as const;
  yield* coverage(path, context);
  const walked = walkedBy(path, context);
  if (walked === null) yield { messageId: 'unwalked', ...at('completed') } as const;
  const role = textAt(data, 'role') ?? '';
  const words = walked === null ? 'has a path' : `has a path, completed by ${walked}`;
  yield { evidence: `the ${role} ${words}`, path: file };
}

const stepsOf = ({ data }: Entry) =>
  rowsAt(data, 'steps').map((row) => ({ row, doc: textAt(row, 'doc') ?? 'nothing' }));

function* steps(path: Entry, { corpus }: StandardContext) {
  const all = stepsOf(path);
  const count = new Set(all.map(({ doc }) => doc)).size;
  const where = { path: path.path, position: field(['steps']) };
  if (count < FEWEST)
    yield { messageId: 'few', ...where, args: { count, fewest: FEWEST } } as const;
  const group = groupOf(
    path,
    all.map(({ doc }) => corpus.byId.get(doc)),
  );
  for (const [index, { row, doc }] of all.entries()) {
    const at = (name: string) => ({ path: path.path, position: field(['steps', index, name]) });
    const number = index + 1;
    const entry = corpus.byId.get(doc);
    if (!entry) yield { messageId: 'deadStep', ...at('doc'), args: { number, doc } } as const;
    else if (!isFor(entry, group))
      yield { messageId: 'hiddenStep', ...at('doc'), args: { number, doc, group } } as const;
    const minutes = numberAt(row, 'minutes');
    if (minutes === null || !(minutes > 0))
      yield { messageId: 'noMinutes', ...at('doc'), args: { number } } as const;
  }
}

/** The group among the readers of a path that can open the most of its steps. */
function groupOf({ data }: Entry, docs: readonly (Entry | undefined)[]): string {
  const readable = (group: string) => docs.filter((doc) => doc && isFor(doc, group)).length;
  const groups = textsOf(data, 'audience').toSorted((a, b) => readable(b) - readable(a));
  return groups[0] ?? '';
}

function* coverage(path: Entry, { corpus }: StandardContext) {
  const systems = textsOf(path.data, 'systems');
  const position = field(['systems']);
  if (systems.length === 0) yield { messageId: 'noSystems', path: path.path, position } as const;
  const taught = new Set(
    stepsOf(path).flatMap(({ doc }) => [
      doc.replace(/^systems\//, ''),
      ...textsOf(corpus.byId.get(doc)?.data ?? {}, 'systems'),
    ]),
  );
  for (const system of systems) {
    if (taught.has(system) || corpus.byId.get(`systems/${system}`)?.data['tier'] !== 1) continue;
    yield { messageId: 'uncovered', path: path.path, position, args: { system } } as const;
  }
}

/** Who of the customer completed a path and left feedback; null where nobody did. */
function walkedBy({ data }: Entry, { corpus, asOf }: StandardContext): string | null {
  const row = rowsAt(data, 'completed').find(
    ({ person, on, feedback_ref: feedback }) =>
      isDay(on) &&
      on <= asOf &&
      isActiveCustomer(corpus, person, on) &&
      typeof feedback === 'string' &&
      !isPlaceholder(feedback),
  );
  return row ? nameOf(corpus, String(row['person'])) : null;
}
