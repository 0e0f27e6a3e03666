import { type Corpus, type Entry, engagementData } from '../../graph/corpus.ts';
import { numberAt, textAt } from '../../graph/fields.ts';
import { sideOf } from '../../graph/sides.ts';
import { field } from '../../problems/problem.ts';
import { chartersOf } from '../facts/charters.ts';
import { isActive, nameOf, personNamed } from '../facts/people.ts';
import { isPlaceholder } from '../facts/words.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const eng02 = defineStandardRule({
  id: 'ENG-02',
  title: 'The charter names one person, and how that person is replaced',
  statement:
    'The charter names the person of the vendor who does the work, the days of notice before somebody else may come, and the right of the customer to interview a replacement.',
  why: 'The customer buys the judgement of one person. Where the contract names a team, the senior who was in the first meeting is gone by the third month, and nobody was asked.',
  sources: [
    { source: 'engagement', clause: 'named individual, rotation notice, right to interview' },
  ],
  appliesTo: ['engagement-charter'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Add the person to `people/`, with their own name and address, and write `named_individual:` in the charter.',
    'Write `rotation_notice_days:` and `replacement_interview_right: true`, as signed.',
    'When the person changes, change `vendor_lead` in engagement.yaml and the charter together.',
  ],
  limits: 'That the named person does the work, and how much of their week it gets.',
  messages: {
    nobody: {
      message: 'It names no individual of the vendor: {found}.',
      fix: 'Write: named_individual: SLUG, the person of people/ who stands in the statement of work.',
    },
    team: {
      message: 'The named individual, {name} ({email}), looks like a team or a shared mailbox.',
      fix: 'Name one human being, with a first and a last name and an address of their own.',
    },
    side: {
      message: 'The named individual, {name}, is not on the side of the vendor.',
      fix: 'Write: named_individual: SLUG, somebody whose address is in a domain of the vendor.',
    },
    away: {
      message: 'The named individual, {name}, is not in the engagement on {day}.',
      fix: 'Write who does the work now after `named_individual:`, or correct active_from and active_to.',
    },
    disagrees: {
      message: 'It names {name}, and engagement.yaml has {other} as vendor lead.',
      fix: 'Write the same person in both. If the person was replaced, name it under "Changes to this charter".',
    },
    notice: {
      message: 'It states no notice before the vendor may send somebody else.',
      fix: 'Write: rotation_notice_days: 45, or the days that were signed.',
    },
    right: {
      message: 'It does not give the customer the right to interview a replacement.',
      fix: 'Agree on it, then write: replacement_interview_right: true',
    },
  },
  examples: {
    ok: { path: 'charters/brookside-2026.mdx', text: 'rotation_notice_days: 60\n' },
    notOk: { path: 'charters/brookside-2026.mdx', text: 'named_individual: TBD\n' },
  },
  *check(context) {
    for (const charter of chartersOf(context.corpus)) {
      const named = yield* individual(charter, context);
      const agreed = yield* terms(charter);
      if (!named || !agreed) continue;
      const days = numberAt(charter.data, 'rotation_notice_days');
      const words = `${named} is named, with ${days} days of notice and the right to interview a replacement`;
      yield { evidence: words, path: charter.path };
    }
  },
});

/** The name of the individual; null after a finding. */
function* individual({ path, data }: Entry, { corpus, asOf, exitOn }: StandardContext) {
  const at = { path, position: field(['named_individual']) };
  const slug = textAt(data, 'named_individual');
  const person = personNamed(corpus, slug);
  if (slug === null || person === null) {
    const found = slug === null ? 'the field is empty' : `${slug} is no person of the handbook`;
    yield { messageId: 'nobody', ...at, args: { found } } as const;
    return null;
  }
  const name = nameOf(corpus, slug);
  const email = textAt(person.data, 'email') ?? 'no address';
  const lead = textAt(engagementData(corpus), 'vendor_lead');
  const day = exitOn !== null && exitOn < asOf ? exitOn : asOf;
  if (isTeam(name, email, corpus))
    yield { messageId: 'team', ...at, args: { name, email } } as const;
  else if (sideOf(person, corpus) !== 'vendor')
    yield { messageId: 'side', ...at, args: { name } } as const;
  else if (!isActive(person, day)) yield { messageId: 'away', ...at, args: { name, day } } as const;
  else if (lead !== null && lead !== slug) {
    const args = { name, other: nameOf(corpus, lead) };
    yield { messageId: 'disagrees', ...at, args } as const;
  } else return name;
  return null;
}

const TEAM =
  /\b(team|group|desk|support|engineering|engineers?|developers?|staff|department|office|squad|to be (named|determined)|tb[adc]|consult(ing|ants?)|inc|llc|ltd|gmbh)\b/i;
const MAILBOX =
  /^(info|contact|hello|team|support|help|helpdesk|office|admin|ops|oncall|on-call|engineering|dev|devs|developers|sales|noreply|no-reply)@/i;

/** Whether a record stands for several people: by its name, or by an address that gives no name away. */
function isTeam(name: string, email: string, corpus: Corpus): boolean {
  const vendor = textAt(engagementData(corpus), 'vendor.name') ?? '';
  const isVendor = vendor.toLowerCase().startsWith(name.trim().toLowerCase());
  return isPlaceholder(name) || isVendor || TEAM.test(name) || MAILBOX.test(email);
}

/** Whether both terms of a replacement are agreed. */
function* terms({ path, data }: Entry) {
  const days = numberAt(data, 'rotation_notice_days');
  const hasNotice = days !== null && Number.isInteger(days) && days >= 1 && days <= 365;
  const hasRight = data['replacement_interview_right'] === true;
  const at = (name: string) => ({ path, position: field([name]) });
  if (!hasNotice) yield { messageId: 'notice', ...at('rotation_notice_days') } as const;
  if (!hasRight) yield { messageId: 'right', ...at('replacement_interview_right') } as const;
  return hasNotice && hasRight;
}
