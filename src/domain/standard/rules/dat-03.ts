import { type Entry, titleOf } from '../../graph/corpus.ts';
import { addDays, isDay } from '../../graph/days.ts';
import { entriesAt, entryAt, numberAt, textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { type Flow, flowsOf } from '../facts/flows.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Days after which terms have to be read again. */
const TERMS_LIFE = 90;

export const dat03 = defineStandardRule({
  id: 'DAT-03',
  title: 'The terms of each flow were read lately',
  statement:
    'Each allowed flow to a vendor states retention, training use, region and subcontractors, with a link to the terms of the vendor that was read within 90 days; for PHI the agreement says how the same duties bind subcontractors.',
  why: 'Vendors change retention and training from one quarter to the next, and write to nobody. The page that was true in spring is what an auditor finds wrong in autumn.',
  sources: [
    { source: 'hipaa-164.504', clause: '164.504(e)(2)(ii)(D), 164.314(a)(2)' },
    { source: 'vendor-terms' },
  ],
  appliesTo: ['data-flow', 'vendor', 'baa'],
  stages: [
    { from: '-60', severity: 'warning' },
    { from: '-30', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [
    'Open the terms at the vendor, copy what they say into `retention_days`, `training_use` and `region`, and write the day into `checked_on`.',
    'Name subcontractors that come to hold the payload in `subprocessors`; write `subprocessors: []` where there are none.',
    'For PHI write into the agreement how the duties pass on: `flow_down`.',
  ],
  limits: 'That the vendor does what its terms say.',
  messages: {
    missing: {
      message: 'It goes to {vendor} and does not state {what}.',
      fix: 'Read the terms of {vendor} and write: {name}: {words}',
    },
    old: {
      message: 'The terms of {vendor} were last read on {day}, over 90 days ago.',
      fix: 'Read them again, correct what changed, and write the day: checked_on: {asOf}',
    },
    ahead: {
      message: 'The terms are said to be read on {day}, which is still to come.',
      fix: 'Write the day on which they were read: checked_on: {asOf}',
    },
    notTerms: {
      message: 'The link for the terms leads to a blog, forum or news page, which binds nobody.',
      fix: 'Write: terms_source: the page of {vendor} that states its terms',
    },
    noFlowDown: {
      message: 'PHI passes under it, and it does not say how subcontractors are bound.',
      fix: 'Write: flow_down: which subcontractors come to hold PHI, and what binds them; or that there are none',
    },
    chain: {
      message: '{vendor} comes to hold PHI here, and its page does not say so.',
      fix: 'Write into vendors/{slug}.mdx: phi: true; or take it out of `subprocessors`.',
    },
  },
  examples: {
    ok: {
      path: 'data-flows/fax-text-to-plinth.mdx',
      text: 'retention_days: 0\ntraining_use: "no"\nregion: United States\nsubprocessors: []\nchecked_on: 2026-09-20\n',
    },
    notOk: { path: 'data-flows/fax-text-to-plinth.mdx', text: 'checked_on: 2026-06-20\n' },
  },
  *check(context) {
    const agreements = new Set<Entry>();
    for (const flow of flowsOf(context)) {
      const { entry, holder, decision, isPhi } = flow;
      // Nothing passes on a blocked way, and nobody else's terms apply inside the own house.
      if (holder === null || decision !== 'allowed') continue;
      const troubles = [...termsOf(flow, holder, context), ...chainOf(flow, context)];
      yield* troubles;
      const { path, data } = entry;
      const baa = entryAt(data, 'baa', 'baas', context.corpus);
      if (isPhi && baa) agreements.add(baa);
      if (troubles.length === 0)
        yield {
          evidence: `the terms of ${titleOf(holder)} were read on ${data['checked_on']}`,
          path,
        };
    }
    for (const { path, data } of agreements) {
      if (textAt(data, 'flow_down') === null)
        yield { messageId: 'noFlowDown', path, position: field(['title']) };
    }
  },
});

function* termsOf({ entry }: Flow, holder: Entry, { asOf, corpus }: StandardContext) {
  const { path, data } = entry;
  const vendor = titleOf(holder);
  for (const [name, what, words, isThere] of factsOf(data, corpus)) {
    if (isThere) continue;
    const args = { vendor, what, name, words };
    yield { messageId: 'missing', path, position: field(['title']), args } as const;
  }
  const { checked_on: day } = data;
  const position = field(['checked_on']);
  if (isDay(day) && day > asOf)
    yield { messageId: 'ahead', path, position, args: { day, asOf } } as const;
  else if (isDay(day) && addDays(day, TERMS_LIFE) < asOf)
    yield { messageId: 'old', path, position, args: { vendor, day, asOf } } as const;
  if (NOT_TERMS.test(textAt(data, 'terms_source') ?? ''))
    yield {
      messageId: 'notTerms',
      path,
      position: field(['terms_source']),
      args: { vendor },
    } as const;
}

/** Each fact of the terms: its field, what it is, what to write, and whether it is there. */
function factsOf(
  data: Entry['data'],
  corpus: StandardContext['corpus'],
): [string, string, string, boolean][] {
  const training = data['training_use'];
  const baa = entryAt(data, 'baa', 'baas', corpus);
  const chain = Array.isArray(data['subprocessors']) || textAt(baa?.data ?? {}, 'flow_down');
  const days = numberAt(data, 'retention_days');
  return [
    ['retention_days', 'how long it is kept', 'days, 0 for nothing', days !== null && days >= 0],
    [
      'training_use',
      'whether models may be trained on it',
      '"no" or "yes"',
      /^(no|yes)$/.test(String(training)),
    ],
    ['region', 'where it is processed', 'the country and sites', textAt(data, 'region') !== null],
    [
      'subprocessors',
      'who else comes to hold it',
      'slugs of vendors, or [] for none',
      Boolean(chain),
    ],
    [
      'terms_source',
      'where its terms stand',
      'the https address',
      textAt(data, 'terms_source') !== null,
    ],
    ['checked_on', 'when the terms were read', 'the day', isDay(data['checked_on'])],
  ];
}

/** Addresses of what people write about terms, in host or path. */
const NOT_TERMS =
  /^https?:\/\/(www\.)?((blog|news|community|forum|press)\.|[^/]*\b(medium|substack|blogspot|wordpress|reddit|linkedin|twitter|youtube|stackoverflow|dev)\.(com|to)\b)|\/(blogs?|news|posts?|press|community|forums?)(\/|$)/i;

function* chainOf({ entry: { path, data }, isPhi }: Flow, { corpus }: StandardContext) {
  if (!isPhi) return;
  for (const vendor of entriesAt(data, 'subprocessors', 'vendors', corpus)) {
    if (vendor.data['phi'] === true) continue;
    const args = { vendor: titleOf(vendor), slug: vendor.id.replace('vendors/', '') };
    yield { messageId: 'chain', path, position: field(['subprocessors']), args } as const;
  }
}
