import { isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { personNamed } from '../facts/people.ts';
import { actionsOf, duePostmortems } from '../facts/postmortems.ts';
import { isSaid } from '../facts/said.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

const kinds = ['prevent', 'detect', 'mitigate', 'process'];
const states = ['open', 'done', 'risk-accepted', 'dropped'];

export const pm02 = defineStandardRule({
  id: 'PM-02',
  title: 'Actions of postmortems can be followed up',
  statement:
    'Each action of a postmortem has a title that can be checked, a kind, an owner, a day, a ticket and a state; at least one that was not dropped prevents the incident or detects it sooner.',
  why: '"Be more careful" is what people already tried to be. An action without an owner and a day is a wish, and the same morning comes again.',
  sources: [
    { source: 'sre', clause: 'postmortem action items' },
    { source: 'pagerduty', clause: 'postmortem follow-up' },
  ],
  appliesTo: ['postmortem'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write each action as a change that somebody can see: "The listener answers AE to anything it cannot read".',
    'Give it `kind`, `owner`, `due`, `tracker` and `state`, and `closed_on` once it is done.',
    'Have at least one of kind `prevent` or `detect`.',
  ],
  limits: 'That the action is the right one, and that the ticket says the same.',
  messages: {
    none: {
      message: 'It has no action.',
      fix: 'Write under actions: at least one with kind: prevent or kind: detect',
    },
    vague: {
      message: 'The action "{title}" asks people to be different, and nobody can check it.',
      fix: 'Write what will be changed in a system, an alert or a procedure.',
    },
    missing: {
      message: 'The action {id} does not say {what}.',
      fix: 'Write: {write}',
    },
    neither: {
      message: 'No action keeps this from happening again, or has it noticed sooner.',
      fix: 'Add an action of kind: prevent or kind: detect; or correct the kind of the one that does it.',
    },
  },
  examples: {
    ok: {
      path: 'postmortems/2026-06-17-faxes-late.mdx',
      text: 'actions: [{id: A1, title: An alert rings when the oldest fax waits 10 minutes, kind: detect, owner: ruth-keller, due: 2026-07-10, tracker: FAX-12, state: done, closed_on: 2026-07-08}]\n',
    },
    notOk: {
      path: 'postmortems/2026-06-17-faxes-late.mdx',
      text: 'actions: [{id: A1, title: Be careful with the worker, kind: prevent, owner: ruth-keller, due: 2026-07-10, tracker: FAX-12, state: open}]\n',
    },
  },
  *check(context) {
    let complete = 0;
    for (const entry of duePostmortems(context)) {
      const { path } = entry;
      const actions = actionsOf(entry);
      const findings = actions.flatMap(({ action, index }) =>
        [...troubles(action, context)].map((one) => ({
          ...one,
          path,
          position: field(['actions', index, one.name]),
        })),
      );
      yield* findings;
      const helps = actions.some(
        ({ action: { kind, state } }) =>
          (kind === 'prevent' || kind === 'detect') && state !== 'dropped',
      );
      if (actions.length === 0)
        yield { messageId: 'none', path, position: field(['actions'], 'key') };
      else if (!helps) yield { messageId: 'neither', path, position: field(['actions'], 'key') };
      else if (findings.length === 0) complete += actions.length;
    }
    if (complete > 0)
      yield { evidence: `${complete} actions have an owner, a day, a kind, a ticket and a state` };
  },
});

const VAGUE =
  /^\W*(please )?(be (more |very |extra )?(careful|cautious|vigilant|attentive|aware|mindful|diligent)|(pay|give) (more |closer |better )?attention|take (more |better )?care|remember|try (harder|to)|do better|raise awareness|remind|communicate|improve|double[- ]check|think|look into|consider|more (care|attention|diligence|communication)|avoid (this|such|human)|don.?t (forget|do))\b/i;

/** A vague beginning says enough when something that can be counted or named follows. */
const isVague = (title: string): boolean =>
  VAGUE.test(title) && !/\d|`|\b(in CI|alert|test|gate|script|checklist)\b/i.test(title);

function* troubles(action: Readonly<Record<string, unknown>>, { corpus }: StandardContext) {
  const title = textAt(action, 'title') ?? '';
  const id = textAt(action, 'id') ?? title;
  const lacks = (name: string, what: string, write: string) =>
    ({ messageId: 'missing', name, args: { id, what, write } }) as const;
  if (!isSaid(title)) yield lacks('title', 'what will be done', 'title: what will be changed');
  else if (isVague(title)) yield { messageId: 'vague', name: 'title', args: { title } } as const;
  if (!kinds.includes(String(action['kind'])))
    yield lacks('kind', 'what it does to the next incident', `kind: ${kinds.join(' or ')}`);
  if (personNamed(corpus, action['owner']) === null)
    yield lacks('owner', 'who does it', 'owner: SLUG, a person of people/');
  if (!isDay(action['due'])) yield lacks('due', 'by when', 'due: YYYY-MM-DD');
  if (!isSaid(action['tracker']))
    yield lacks('tracker', 'which ticket', 'tracker: its id or address');
  if (!states.includes(String(action['state'])))
    yield lacks('state', 'where it stands', `state: ${states.join(' or ')}`);
  else if (action['state'] !== 'open' && !isDay(action['closed_on']))
    yield lacks('closed_on', 'when it was closed', 'closed_on: YYYY-MM-DD');
}
