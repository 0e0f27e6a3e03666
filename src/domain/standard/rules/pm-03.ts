import type { Entry } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { rowsAt, textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { noWitness } from '../facts/history.ts';
import { isActiveCustomer, nameOf, sponsorOf } from '../facts/people.ts';
import { actionsOf, duePostmortems } from '../facts/postmortems.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

type Action = Readonly<Record<string, unknown>>;

export const pm03 = defineStandardRule({
  id: 'PM-03',
  title: 'No open action is left behind',
  statement:
    'From 30 days before the exit no action of high priority is overdue by the first day that was set for it. On the exit day each open action belongs to somebody of the customer, or the sponsor accepted its risk until a day.',
  why: 'What was promised after an incident and moved five times is still what will break. After the exit nobody remembers whose it was.',
  sources: [
    { source: 'nist-800-61', clause: 'lessons feed improvement' },
    { source: 'readers', clause: 'actions of postmortems that nobody closed' },
  ],
  appliesTo: ['postmortem'],
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Do what is overdue and write `state: done` with `closed_on`.',
    'What will not be done goes to the sponsor: `state: risk-accepted`, `accepted_by` and `expires_on`.',
    'Hand every other open action to somebody of the customer with `owner`.',
  ],
  limits: 'That a closed action was really done. The ticket and the people know.',
  messages: {
    overdue: {
      message: 'The action {id} has been overdue since {due}, and nobody said that it can wait.',
      fix: 'Do it and write state: done, with closed_on; or have the sponsor accept the risk: state: risk-accepted, accepted_by, expires_on.',
    },
    moved: {
      message:
        'The action {id} was due on {first} when it was first written, and was moved to {due}.',
      fix: 'Do it and write state: done, with closed_on; or have the sponsor accept the risk: state: risk-accepted, accepted_by, expires_on. A later day alone does not help.',
    },
    vendor: {
      message:
        'The open action {id} belongs to {who}, who is not of the customer or not there on {asOf}.',
      fix: 'Write after owner: somebody of the customer who takes it over.',
      from: 'X',
    },
    accepted: {
      message: 'The risk of the action {id} is not accepted: {why}.',
      fix: 'Write: accepted_by: the sponsor, and expires_on: the day on which to look at it again.',
      from: 'X',
    },
  },
  examples: {
    ok: {
      path: 'postmortems/2026-06-17-faxes-late.mdx',
      text: 'actions: [{id: A1, title: The worker restarts within 60 s, priority: high, owner: ruth-keller, due: 2026-09-10, state: risk-accepted, accepted_by: samir-aoun, expires_on: 2026-12-31}]\n',
    },
    notOk: {
      path: 'postmortems/2026-06-17-faxes-late.mdx',
      text: 'actions: [{id: A1, title: The worker restarts within 60 s, priority: high, owner: ruth-keller, due: 2026-09-10, state: open}]\n',
    },
  },
  *check(context) {
    let handed = 0;
    for (const entry of duePostmortems(context)) {
      for (const { action, index } of actionsOf(entry)) {
        const outcome = judge(action, index, entry, context);
        if (outcome === null) handed++;
        else yield outcome;
      }
    }
    if (handed > 0)
      yield { evidence: `${handed} actions are closed, in time with the customer, or accepted` };
  },
});

/** What is wrong with an action or cannot be told of it; null where nothing is. */
function judge(action: Action, index: number, entry: Entry, context: StandardContext) {
  const { corpus, asOf } = context;
  const { path } = entry;
  const { state, closed_on: closed, due, owner } = action;
  const here = (name: string) => ({ path, position: field(['actions', index, name]) });
  const id = textAt(action, 'id') ?? String(index + 1);
  const isClosed = (state === 'done' || state === 'dropped') && !(isDay(closed) && closed > asOf);
  if (isClosed) return null;
  const why = state === 'risk-accepted' ? whyNotAccepted(action, context) : null;
  if (state === 'risk-accepted' && why === null) return null;
  if (isHigh(action)) {
    const first = firstDue(entry, id, context);
    if (!isDay(due) || due < asOf)
      return {
        messageId: 'overdue',
        ...here('due'),
        args: { id, due: String(due ?? 'the beginning') },
      } as const;
    if (first !== null && first < asOf)
      return { messageId: 'moved', ...here('due'), args: { id, first, due } } as const;
  }
  if (why !== null) return { messageId: 'accepted', ...here('state'), args: { id, why } } as const;
  if (isActiveCustomer(corpus, owner, asOf))
    return isHigh(action) ? unseen(entry, id, context) : null;
  const who = typeof owner === 'string' ? nameOf(corpus, owner) : 'nobody';
  return { messageId: 'vendor', ...here('owner'), args: { id, who, asOf } } as const;
}

/** An action that nobody called less is high. */
const isHigh = ({ priority }: Action): boolean => priority !== 'medium' && priority !== 'low';

function whyNotAccepted(action: Action, { corpus, asOf }: StandardContext): string | null {
  const until = action['expires_on'];
  if (action['accepted_by'] === undefined || action['accepted_by'] !== sponsorOf(corpus))
    return 'it does not name the sponsor after `accepted_by`';
  if (!isDay(until)) return 'it does not say until when';
  return until < asOf ? `it was accepted until ${until}` : null;
}

/** The earliest day that any version of the page has set for an action. */
function firstDue({ path }: Entry, id: string, { git, pastOf }: StandardContext): string | null {
  const days = git.versions(path).flatMap((version) =>
    rowsAt(pastOf(version)?.data ?? {}, 'actions')
      .filter((row) => row['id'] === id)
      .map(({ due }) => due)
      .filter(isDay),
  );
  return days.sort()[0] ?? null;
}

/** Whether its day was moved before git saw it, nobody can tell. */
function unseen({ data, path }: Entry, id: string, context: StandardContext) {
  const day = isDay(data['created'])
    ? data['created']
    : (textAt(data, 'started_at')?.slice(0, 10) ?? '');
  const why = noWitness(context, day);
  return why === null
    ? null
    : { cannotTell: `Nobody can tell whether the day of action ${id} was moved. ${why}`, path };
}
