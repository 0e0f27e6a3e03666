import { type Entry, engagementData, entriesOf, titleOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { blockOf, textAt, textsOf } from '../../graph/fields.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { flowsOf, sameWords } from '../facts/flows.ts';
import { sideNamed } from '../facts/people.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const dat04 = defineStandardRule({
  id: 'DAT-04',
  title: 'Who leaves has returned or destroyed the PHI',
  statement:
    'On the exit day the vendor of the engagement, and every other party whose agreement has ended, has returned or destroyed the PHI it held, with a record dated after the last transfer, or states why that is infeasible and what protects the PHI.',
  why: 'A copy on the laptop of somebody who left is nobody’s business until it is lost. Then the operator reports it, for people it had under its care.',
  sources: [{ source: 'hipaa-164.504', clause: '164.504(e)(2)(ii)(J)' }],
  appliesTo: ['baa', 'vendor', 'data-flow', 'access-record'],
  stages: [{ from: 'X', severity: 'error' }],
  waivable: 'no',
  satisfy: [
    'End the access and the flows of the party, and write the last day of both into `last_transfer_on`.',
    'Ask for the certificate of return or destruction, and record it under `return_or_destroy` with its state, day and digest.',
    'If it cannot be done, write `state: infeasible` and in `protections` why, and what protects the PHI from then on.',
  ],
  limits:
    'That no copy is left: only that somebody put their name to it, on a day after the last transfer.',
  messages: {
    noAgreement: {
      message: 'No agreement names {vendor}, so nobody can tell what became of the PHI it saw.',
      fix: 'Add the BAA with {vendor} to baas/, its legal name among `parties`; if it never saw PHI, say so in its vendor page: phi: false',
    },
    open: {
      message: '{party} leaves or has left, and no return or destruction is recorded.',
      fix: 'Write under return_or_destroy: state: destroyed, on: the day, last_transfer_on: the last day of access, record_digest: the digest of the certificate',
    },
    missing: {
      message: 'The record of return or destruction has no `{name}`.',
      fix: 'Write under return_or_destroy: {name}: {words}',
    },
    ahead: {
      message: 'Return or destruction is dated {on}, which is still to come.',
      fix: 'Write the day on which it was done.',
    },
    tooEarly: {
      message: 'The record is of {on}, and PHI could still reach the party on {last}: {what}.',
      fix: 'Have it confirmed again after {last}, and write the new day and digest.',
    },
    stillSent: {
      message: '{flow} still lets PHI go there, so the record speaks for less than was sent.',
      fix: 'Retire or block that data flow, then have return or destruction confirmed.',
    },
    stillOpen: {
      message: 'The access of {access} is not removed, so PHI is still within reach.',
      fix: 'Remove it and write its `removed_on`, then have return or destruction confirmed.',
    },
  },
  examples: {
    ok: {
      path: 'baas/anchor.mdx',
      text: `return_or_destroy:
  state: infeasible
  on: 2026-10-02
  last_transfer_on: 2026-09-30
  protections: Tickets are kept for seven years, encrypted, read by nobody
  record_digest: f8eb878b96f6ba5809d4ac8f24b19103a82fdeb18352f8bb724315eb81e3e3b7
`,
    },
    notOk: { path: 'baas/anchor.mdx', text: 'return_or_destroy: { state: not-due }\n' },
  },
  *check(context) {
    const { corpus } = context;
    const name = textAt(engagementData(corpus), 'vendor.name');
    const agreements = entriesOf(corpus, 'baa').filter(({ readable }) => readable);
    const isOwn = (baa: Entry) =>
      textsOf(baa.data, 'parties').some((party) => isNamed(party, name)) ||
      vendorsOf(baa, corpus).some((vendor) => isNamed(titleOf(vendor), name));
    const own = agreements.filter(isOwn);
    if (own.length === 0 && name !== null && !deniesPhi(name, context))
      yield {
        messageId: 'noAgreement',
        path: 'engagement.yaml',
        position: wholeFile,
        args: { vendor: name },
      };
    for (const baa of agreements) {
      if (!own.includes(baa) && !hasEnded(baa, context)) continue;
      yield* judge(baa, own.includes(baa), context);
    }
  },
});

/** Whether a page means the named company: the legal form and punctuation are left aside. */
function isNamed(words: string, name: string | null): boolean {
  const plain = (text: string) =>
    sameWords(text.replace(/[.,]/g, ' ').replace(/\b(inc|llc|ltd|corp|gmbh|pllc|pc)\b/gi, ' '));
  return name !== null && plain(name) !== '' && plain(words) === plain(name);
}

const vendorsOf = (baa: Entry, corpus: StandardContext['corpus']) =>
  entriesOf(corpus, 'vendor').filter(({ data }) => `baas/${data['baa']}` === baa.id);

const deniesPhi = (name: string, { corpus }: StandardContext) =>
  entriesOf(corpus, 'vendor').some(
    (vendor) => isNamed(titleOf(vendor), name) && vendor.data['phi'] === false,
  );

function hasEnded({ data }: Entry, { asOf }: StandardContext): boolean {
  const end = data['effective_to'];
  return data['status'] === 'retired' || (isDay(end) && end < asOf);
}

function* judge(baa: Entry, isOwn: boolean, context: StandardContext) {
  const { path, data } = baa;
  const record = blockOf(data, 'return_or_destroy');
  const at = { path, position: field(['return_or_destroy'], 'key') };
  const { state, on } = record;
  if (state !== 'returned' && state !== 'destroyed' && state !== 'infeasible') {
    const party = titleOf(baa).replace(/^BAA with /, '');
    yield { messageId: 'open', path, position: field(['title']), args: { party } } as const;
    return;
  }
  let isMet = true;
  for (const [name, words] of Object.entries(PARTS)) {
    const given = textAt(record, name);
    if (name === 'protections' && state !== 'infeasible') continue;
    if (name.endsWith('on') ? isDay(given) : given !== null) continue;
    isMet = false;
    yield { messageId: 'missing', ...at, args: { name, words } } as const;
  }
  if (isDay(on) && on > context.asOf) yield { messageId: 'ahead', ...at, args: { on } } as const;
  else if (isDay(on)) {
    const troubles = [...reachOf(baa, isOwn, on, context)];
    for (const trouble of troubles) yield { ...at, ...trouble };
    if (isMet && troubles.length === 0) yield { evidence: `PHI ${state} on ${on}`, path };
  }
}

const PARTS = {
  on: 'the day of the certificate or statement',
  last_transfer_on: 'the last day on which PHI passed there or was within its reach',
  record_digest: 'the SHA-256 digest of the certificate or statement',
  protections: 'why it is infeasible, and what protects the PHI',
};

/** What put PHI within reach of a party after its record, or still does. */
function* reachOf(baa: Entry, isOwn: boolean, on: string, context: StandardContext) {
  const { corpus } = context;
  const vendors = vendorsOf(baa, corpus);
  for (const { entry, holder, decision, isPhi } of flowsOf(context)) {
    const isHere = `baas/${entry.data['baa']}` === baa.id || (holder && vendors.includes(holder));
    if (isPhi && decision === 'allowed' && isHere)
      yield { messageId: 'stillSent', args: { flow: entry.id } } as const;
  }
  const last = textAt(baa.data, 'return_or_destroy.last_transfer_on');
  const days: [unknown, string][] = [[last, 'its last transfer']];
  for (const { data, id } of isOwn ? entriesOf(corpus, 'access-record') : []) {
    if (sideNamed(corpus, data['person']) !== 'vendor') continue;
    if (!isDay(data['removed_on'])) yield { messageId: 'stillOpen', args: { access: id } } as const;
    else days.push([data['removed_on'], `${id} was removed then`]);
  }
  const [latest] = days
    .filter(([day]) => isDay(day))
    .sort((a, b) => (String(a[0]) < String(b[0]) ? 1 : -1));
  if (latest && String(latest[0]) > on)
    yield {
      messageId: 'tooEarly',
      args: { on, last: String(latest[0]), what: latest[1] },
    } as const;
}
