import { type Entry, engagementData } from '../../graph/corpus.ts';
import { entryAt, rowsAt, textAt, textsOf } from '../../graph/fields.ts';
import { sideOf } from '../../graph/sides.ts';
import { field } from '../../problems/problem.ts';
import { leadershipGroups } from '../facts/audiences.ts';
import { chartersOf } from '../facts/charters.ts';
import { isActive, nameOf, personNamed } from '../facts/people.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const eng03 = defineStandardRule({
  id: 'ENG-03',
  title: 'Sponsor, exit leads and the price are named',
  statement:
    'The charter names the executive sponsor and an exit lead on each side; sponsor and customer lead are active people of the customer. What the transition and the hiring support cost stands in a document for leadership.',
  why: 'A gate that nobody on the customer side may refuse is a formality. A transition without a price is done in whatever hours the vendor has left.',
  sources: [
    { source: 'engagement', clause: 'price of the transition, hiring support' },
    { source: 'uk-exit-schedule', clause: 'an exit manager on each side' },
  ],
  appliesTo: ['engagement-charter', 'founder-memo'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write `sponsor:`, `customer_exit_lead:` and `vendor_exit_lead:` in the charter, each a person of `people/`.',
    'Write a memo (type founder-memo) for leadership that says what the transition and the hiring support cost, or that they are included, and name it after `commercial_terms_ref:`.',
  ],
  limits:
    'That the sponsor has the standing to refuse, and that the price is the one in the contract.',
  messages: {
    nobody: {
      message: 'It names no {role}: {found}.',
      fix: 'Write: {name}: SLUG, a person of people/ on the side of the {side}.',
    },
    side: {
      message: 'The {role}, {person}, is on the side of the {found}: {email}.',
      fix: 'Write: {name}: SLUG, a person of people/ whose address is in a domain of the {side}.',
    },
    away: {
      message: 'The {role}, {person}, is not in the engagement on {day}.',
      fix: 'Write who has the role now after `{name}:`, or correct active_from and active_to.',
    },
    noTerms: {
      message: 'It names no document with the price of the transition and of hiring support.',
      fix: 'Write the memo: npm run handbook -- new founder-memo "TITLE" --to PERSON --decision-asked "What the transition costs" --audience leadership; then in the charter: commercial_terms_ref: SLUG, its file name in memos/.',
    },
    termsDraft: {
      message: 'The memo with the price, {memo}, is still a draft.',
      fix: 'Have the sponsor decide, then write in the memo: status: current',
    },
    termsAudience: {
      message: 'The memo with the price is not written for leadership: its audience is {groups}.',
      fix: 'Write: audience: [{leadership}]',
    },
    termsSilent: {
      message: 'The memo with the price says nothing of {what}.',
      fix: 'Add it: the amount, or that it is included in the price.',
    },
  },
  examples: {
    ok: { path: 'charters/brookside-2026.mdx', text: 'customer_exit_lead: ruth-keller\n' },
    notOk: { path: 'charters/brookside-2026.mdx', text: 'customer_exit_lead: leo-marsh\n' },
  },
  *check(context) {
    for (const charter of chartersOf(context.corpus)) {
      for (const role of ROLES) yield* holder(charter, role, context);
      yield* price(charter, context);
    }
  },
});

const ROLES = [
  { name: 'sponsor', role: 'executive sponsor', side: 'customer' },
  { name: 'customer_exit_lead', role: 'exit lead of the customer', side: 'customer' },
  { name: 'vendor_exit_lead', role: 'exit lead of the vendor', side: 'vendor' },
] as const;

function* holder({ path, data }: Entry, words: (typeof ROLES)[number], context: StandardContext) {
  const { corpus, asOf, exitOn } = context;
  const { name, role, side } = words;
  const at = { path, position: field([name]) };
  const slug = textAt(data, name);
  const person = personNamed(corpus, slug);
  if (slug === null || person === null) {
    const found = slug === null ? 'the field is empty' : `${slug} is no person of the handbook`;
    yield { messageId: 'nobody', ...at, args: { ...words, found } } as const;
    return;
  }
  const actual = sideOf(person, corpus);
  const args = { ...words, person: nameOf(corpus, slug) };
  const day = side === 'vendor' && exitOn !== null && exitOn < asOf ? exitOn : asOf;
  if (actual !== side) {
    const email = textAt(person.data, 'email') ?? 'no address';
    yield {
      messageId: 'side',
      ...at,
      args: { ...args, found: actual ?? 'nobody', email },
    } as const;
  } else if (!isActive(person, day))
    yield { messageId: 'away', ...at, args: { ...args, day } } as const;
  else yield { evidence: `${args.person} is the ${role}`, path };
}

function* price(charter: Entry, { corpus }: StandardContext) {
  const memo = entryAt(charter.data, 'commercial_terms_ref', 'memos', corpus);
  if (memo === null) {
    const position = field(['commercial_terms_ref']);
    yield { messageId: 'noTerms', path: charter.path, position } as const;
    return;
  }
  const { path, data } = memo;
  const leadership = leadershipGroups(engagementData(corpus));
  const groups = textsOf(data, 'audience');
  const text = wordsOf(memo);
  const missing = DEMANDS.filter(({ pattern }) => !pattern.test(text)).map(({ what }) => what);
  const at = (name: string) => ({ path, position: field([name]) });
  if (data['status'] === 'draft')
    yield { messageId: 'termsDraft', ...at('status'), args: { memo: memo.id } } as const;
  else if (!groups.some((group) => leadership.includes(group))) {
    const args = {
      groups: groups.join(', ') || 'empty',
      leadership: leadership[0] ?? 'leadership',
    };
    yield { messageId: 'termsAudience', ...at('audience'), args } as const;
  } else if (missing.length > 0) {
    const args = { what: missing.join(', and nothing of ') };
    yield { messageId: 'termsSilent', ...at('title'), args } as const;
  } else yield { evidence: 'the price of transition and hiring support is stated', path };
}

const DEMANDS = [
  { what: 'the transition', pattern: /\b(transition|exit|hand-?over)\b/i },
  { what: 'hiring support', pattern: /\bhir(e|es|ing)\b/i },
  {
    what: 'an amount, or what is included',
    pattern:
      /\d\s*(%|percent|dollars?|euros?|pounds?|usd|eur|gbp)|[$€£]\s*\d|\b(included|no (extra )?(charge|cost))\b/i,
  },
];

/** All that a memo says, in its fields and below. */
const wordsOf = ({ data, body }: Entry): string =>
  [
    textAt(data, 'title'),
    textAt(data, 'summary'),
    ...rowsAt(data, 'options').flatMap((row) => [textAt(row, 'name'), textAt(row, 'cost')]),
    body,
  ].join('\n');
