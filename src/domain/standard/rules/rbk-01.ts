import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { entriesAt, numberAt, rowsAt, textAt, textsOf } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { countAt } from '../facts/counts.ts';
import { identityOf, isActive, nameOf, personNamed } from '../facts/people.ts';
import { isSaid } from '../facts/said.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const rbk01 = defineStandardRule({
  id: 'RBK-01',
  title: 'Runbooks say when to open them and whom to call',
  statement:
    'Every runbook names what leads to it (alerts or the words of those who call), its systems, severity and user impact, an owner, the access needed, the minutes to the first action, and an escalation chain of roles, each with a route that works without single sign-on.',
  why: 'At three in the morning the wrong page costs ten minutes, and a chain that ends at the person who is already reading it, or in a chat behind the broken sign-on, costs the night.',
  sources: [
    { source: 'prom-operator' },
    { source: 'pagerduty', clause: 'severity levels and escalation' },
    { source: 'iso-27001', clause: 'A.5.37' },
  ],
  appliesTo: ['runbook'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write `alerts` or `symptoms`, `systems`, `severity`, `impact_scope`, `access_needed` and `first_action_minutes`.',
    'Write `escalation` with at least two steps that reach different people. Each has a `role`, who holds it now, and a `route`: a telephone number, a radio channel, a place to walk to.',
  ],
  limits: 'That somebody answers at that number. A drill shows it.',
  messages: {
    missing: {
      message: 'It does not say {what}.',
      fix: 'Write: {write}',
    },
    short: {
      message:
        'Its escalation ends with the first person, so there is nobody to call when that one cannot help.',
      fix: 'Add a step under `escalation:` with the role, the person and the telephone number of somebody else.',
    },
    role: {
      message: 'This step of the escalation names no role, and people change.',
      fix: 'Write: role: what the person is called for, such as Secondary on call',
    },
    route: {
      message:
        'The route "{route}" gives nothing that works while single sign-on is down: no telephone number, no radio, no place.',
      fix: 'Write: route: the telephone number of the {role}',
    },
    loop: {
      message: 'The escalation comes back to {who}, who was called in step {step} already.',
      fix: 'Name somebody who has not been called yet, or end the chain before this step.',
    },
    gone: {
      message: 'The escalation calls {who}, who is not there on {asOf}.',
      fix: 'Write the slug of who holds the role now after `person:`.',
    },
  },
  examples: {
    ok: { path: 'runbooks/queue-stalled.mdx', text: 'symptoms: [No fax since lunch]\n' },
    notOk: { path: 'runbooks/queue-stalled.mdx', text: 'access_needed: null\n' },
  },
  *check(context) {
    let complete = 0;
    for (const entry of entriesOf(context.corpus, 'runbook')) {
      if (!entry.readable || entry.data['status'] === 'retired') continue;
      const findings = [...missing(entry, context), ...chain(entry, context)];
      yield* findings;
      if (findings.length === 0) complete++;
    }
    if (complete > 0)
      yield { evidence: `${complete} runbooks say when to open them, for whom, and whom to call` };
  },
});

/** Facts that stand in one field: whether it is there, what it says, and what to write. */
const facts = (
  { data }: Entry,
  { corpus }: StandardContext,
): readonly (readonly [name: string, there: boolean, what: string, write: string])[] => [
  [
    'symptoms',
    entriesAt(data, 'alerts', 'alerts', corpus).length > 0 ||
      textsOf(data, 'symptoms').some(isSaid),
    'what leads here',
    'alerts: [SLUG], or symptoms: with what somebody would say on the phone',
  ],
  [
    'systems',
    entriesAt(data, 'systems', 'systems', corpus).length > 0,
    'which system it is for',
    'systems: [SLUG], of systems/',
  ],
  [
    'severity',
    [1, 2, 3, 4].includes(numberAt(data, 'severity') ?? 0),
    'how severe it is',
    'severity: 1 to 4; 1 is patients or PHI at risk',
  ],
  [
    'impact_scope',
    isSaid(data['impact_scope']),
    'who is hit, and how',
    'impact_scope: which clinics or queues, and what they cannot do',
  ],
  ['owner', isSaid(data['owner']), 'who owns it', 'owner: SLUG, a person of people/'],
  [
    'access_needed',
    textsOf(data, 'access_needed').some(isSaid),
    'which access to have before the first step',
    'access_needed: with each account, role and network',
  ],
  [
    'first_action_minutes',
    countAt(data, 'first_action_minutes') !== null,
    'within how many minutes the first step is begun',
    'first_action_minutes: 15, or the number that you promise',
  ],
  [
    'escalation',
    rowsAt(data, 'escalation').length > 0,
    'whom to call',
    'escalation: with the role, person and telephone number of each step',
  ],
];

function* missing(entry: Entry, context: StandardContext) {
  for (const [name, there, what, write] of facts(entry, context)) {
    const args = { what, write };
    if (!there)
      yield { messageId: 'missing', path: entry.path, position: field([name]), args } as const;
  }
}

function* chain({ path, data }: Entry, { corpus, asOf }: StandardContext) {
  const rows = rowsAt(data, 'escalation');
  const called = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const slug = textAt(row, 'person');
    const person = personNamed(corpus, slug);
    const route = textAt(row, 'route') ?? '';
    const role = textAt(row, 'role') ?? '';
    const here = (key: string) => ({ path, position: field(['escalation', index, key]) });
    if (!isSaid(role)) yield { messageId: 'role', ...here('role') } as const;
    if (!worksWithoutSignOn(route))
      yield { messageId: 'route', ...here('route'), args: { route, role } } as const;
    if (slug !== null && (person === null || !isActive(person, asOf)))
      yield { messageId: 'gone', ...here('person'), args: { who: slug, asOf } } as const;
    const keys = [
      slug === null ? role.toLowerCase() : identityOf(corpus, slug),
      numberOf(route),
    ].filter((key) => key !== '');
    const step = keys.map((key) => called.get(key)).find((before) => before !== undefined);
    for (const key of keys) if (!called.has(key)) called.set(key, index + 1);
    if (step === undefined) continue;
    const args = { who: slug === null ? role || route : nameOf(corpus, slug), step };
    yield { messageId: 'loop', ...here(slug === null ? 'route' : 'person'), args } as const;
  }
  if (rows.length === 1)
    yield { messageId: 'short', path, position: field(['escalation']) } as const;
}

const numberOf = (route: string): string =>
  /\+?\d[\d\s().-]{5,}\d/.exec(route)?.[0].replaceAll(/\D/g, '') ?? '';

/** A telephone number, an extension, a radio or a place; whatever else it names needs a login. */
const worksWithoutSignOn = (route: string): boolean =>
  numberOf(route) !== '' ||
  /\b(ext(ension)?\.?|dial|desk phone|phone|tel|pager|bleep)\W*\d{2,}/i.test(route) ||
  /\b(radio|walkie|overhead|in person|on site|room|walk to)\b/i.test(route);
