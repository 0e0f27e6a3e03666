import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { rowsAt, textAt, textsOf } from '../../graph/fields.ts';
import { sideOf } from '../../graph/sides.ts';
import { field } from '../../problems/problem.ts';
import { isActive, isActiveCustomer, sideNamed } from '../facts/people.ts';
import { plannedRoles, roleKey } from '../facts/roles.ts';
import { isPlaceholder } from '../facts/words.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

const STATES = ['planned', 'open', 'interviewing', 'offered', 'filled', 'dropped'];

export const ppl02 = defineStandardRule({
  id: 'PPL-02',
  title: 'Each role to hire has a scorecard and a loop of the customer',
  statement:
    'Each role to hire states outcomes, competencies with levels that can be seen, the stages with who runs them and what is asked, a rule for the decision, and how far the search is. The customer owns it, and 30 days before the exit its people interview.',
  why: 'Somebody is hired to keep what the vendor built. If the vendor alone can tell a good candidate from a bad one, the first hire after the exit is a guess.',
  sources: [{ source: 'engagement', clause: 'hiring support' }],
  appliesTo: ['hiring', 'engagement-charter'],
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write a document in `hiring/` for each role of the charter that nobody holds yet, owned by the customer.',
    'For each competency write what an interviewer sees at two levels or more; for each stage its owner and its exercise.',
    'Keep `state` and `start_target` true. A role that is not hired for any more is `dropped`, with the reason in the text.',
  ],
  limits: 'That interviewers score alike, and that the market has somebody.',
  messages: {
    noScorecard: {
      message: 'Nobody of the customer holds the role "{role}", and it has no scorecard.',
      fix: 'Add it: npm run handbook -- new hiring "{role}" --role "{role}". If somebody holds it, write the role after `roles:` in their record.',
    },
    owner: {
      message: 'It is not owned by an active person of the customer.',
      fix: 'Write after `owner:` who of the customer hires.',
    },
    noState: {
      message: 'It does not say how far the search is.',
      fix: 'Write: state: planned, open, interviewing, offered, filled or dropped.',
    },
    overdue: {
      message: 'Somebody should have started on {day}, and the role is {state}.',
      fix: 'Write the state as it is, or agree on a new start_target.',
    },
    missing: {
      message: 'It has no {what}.',
      fix: 'Write: {fix}',
    },
    levels: {
      message:
        'The competency "{name}" has {count} of at least 2 levels that an interviewer can see.',
      fix: 'Write under levels what a weak, a good and a strong candidate does.',
    },
    stage: {
      message: 'The stage "{name}" has no {what}.',
      fix: 'Write: {fix}',
    },
    vendorOnly: {
      message: 'Nobody of the customer interviews.',
      fix: 'Give at least one stage an owner of the customer, and let them lead it once with the vendor present.',
      from: '-30',
    },
  },
  examples: {
    ok: { path: 'hiring/interface-engineer.mdx', text: 'state: interviewing\n' },
    notOk: { path: 'hiring/interface-engineer.mdx', text: 'decision_rule: TBD\n' },
  },
  *check(context) {
    const { corpus, asOf } = context;
    const roles = entriesOf(corpus, 'hiring').filter(
      ({ readable, data }) => readable && data['status'] !== 'retired',
    );
    const scored = new Set(roles.map(({ data }) => roleKey(textAt(data, 'role') ?? '')));
    const held = new Set(
      entriesOf(corpus, 'person')
        .filter((person) => sideOf(person, corpus) === 'customer' && isActive(person, asOf))
        .flatMap(({ data }) => textsOf(data, 'roles').map(roleKey)),
    );
    for (const { role, path, index } of plannedRoles(corpus)) {
      if (scored.has(roleKey(role))) continue;
      const position = field(['roles_planned', index]);
      if (held.has(roleKey(role))) yield { evidence: `the role "${role}" is held`, path };
      else yield { messageId: 'noScorecard', path, position, args: { role } };
    }
    for (const role of roles) {
      const found = [...judge(role, context)];
      yield* found;
      const state = textAt(role.data, 'state') ?? '';
      if (found.length === 0)
        yield { evidence: `scorecard and loop are there, ${state}`, path: role.path };
    }
  },
});

function* judge(role: Entry, context: StandardContext) {
  const { corpus, asOf } = context;
  const { path, data } = role;
  const at = (name: string) => ({ path, position: field([name]) });
  const state = textAt(data, 'state') ?? '';
  if (!isActiveCustomer(corpus, data['owner'], asOf))
    yield { messageId: 'owner', ...at('owner') } as const;
  if (!STATES.includes(state)) yield { messageId: 'noState', ...at('state') } as const;
  if (state === 'dropped') return;
  const target = data['start_target'];
  if (isDay(target) && target < asOf && state !== 'filled')
    yield {
      messageId: 'overdue',
      ...at('start_target'),
      args: { day: target, state: state || 'untold' },
    } as const;
  yield* scorecard(role);
  yield* loop(role, state, corpus);
}

function* scorecard({ path, data }: Entry) {
  const competencies = rowsAt(data, 'competencies');
  const lacks = [
    {
      name: 'outcomes',
      what: 'outcomes',
      fix: 'outcomes: what the person will have done after twelve months, so that it can be seen.',
      isThere: written(textsOf(data, 'outcomes')) > 0,
    },
    {
      name: 'competencies',
      what: 'competencies',
      fix: 'competencies: a name and levels for each.',
      isThere: competencies.length > 0,
    },
    {
      name: 'stages',
      what: 'interview stages',
      fix: 'stages: name, owner, minutes and exercise of each.',
      isThere: rowsAt(data, 'stages').length > 0,
    },
    {
      name: 'decision_rule',
      what: 'decision rule',
      fix: 'decision_rule: how scores become a decision, and who may overrule it.',
      isThere: !isPlaceholder(textAt(data, 'decision_rule') ?? ''),
    },
  ];
  for (const { name, what, fix, isThere } of lacks)
    if (!isThere)
      yield { messageId: 'missing', path, position: field([name]), args: { what, fix } } as const;
  for (const [index, row] of competencies.entries()) {
    const count = written(textsOf(row, 'levels'));
    if (count >= 2) continue;
    const args = { name: textAt(row, 'name') ?? '', count };
    yield {
      messageId: 'levels',
      path,
      position: field(['competencies', index, 'name']),
      args,
    } as const;
  }
}

/** How many of some texts say something, the same words counted once. */
const written = (texts: readonly string[]): number =>
  new Set(texts.filter((text) => !isPlaceholder(text)).map((text) => text.trim())).size;

function* loop({ path, data }: Entry, state: string, corpus: StandardContext['corpus']) {
  const stages = rowsAt(data, 'stages');
  for (const [index, row] of stages.entries()) {
    const position = field(['stages', index, 'name']);
    const name = textAt(row, 'name') ?? '';
    const side = sideNamed(corpus, row['owner']);
    if (side === null) {
      const args = { name, what: 'owner', fix: 'owner: SLUG, the person who runs and scores it.' };
      yield { messageId: 'stage', path, position, args } as const;
    }
    if (isPlaceholder(textAt(row, 'exercise') ?? '')) {
      const args = { name, what: 'exercise', fix: 'exercise: what the candidate is asked to do.' };
      yield { messageId: 'stage', path, position, args } as const;
    }
  }
  const isOurs = stages.some(({ owner }) => sideNamed(corpus, owner) === 'customer');
  if (stages.length > 0 && !isOurs && state !== 'filled')
    yield { messageId: 'vendorOnly', path, position: field(['stages']) } as const;
}
