import type { Entry } from '../../graph/corpus.ts';
import { addDays, isDay } from '../../graph/days.ts';
import { rawAt, textAt } from '../../graph/fields.ts';
import { at, field } from '../../problems/problem.ts';
import { inForce } from '../facts/in-force.ts';
import { isVendorItself, type Marks, marksOf, namesParty } from '../facts/parties.ts';
import { isStated } from '../facts/substance.ts';
import { vendorPartsIn } from '../facts/vendor-parts.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Days to the end of a contract beyond which it is a stand-in. */
const LONGEST = 3660;

const FREE_HANDS = /\bassign|\bown work|\bowned by the customer|\bwork of .* employees/i;

const BOUND =
  /\bproprietary|\ball rights reserved|\bperpetual|\bunlicen[cs]ed|\bno licen[cs]e|\b(evaluation|trial) (licen[cs]e|only|version)|\bnot for (production|commercial)/i;

const terms = [
  ['charges_ref', 'where the charges are stated'],
  ['termination', 'how it is ended: notice, form, fee'],
  ['assignment', 'whether it can pass to another party, and with whose consent'],
] as const;

export const ip02 = defineStandardRule({
  id: 'IP-02',
  title: 'Nothing that runs needs a license of the vendor',
  statement:
    'No running system depends on parts that are proprietary to the vendor or under no license, and every contract with somebody else shows its charges, its term, how it is ended and whether it can pass on.',
  why: 'A package from the vendor’s private scope is installed until the day the token is revoked, and then no build works. A contract that cannot be assigned is renegotiated when the other side knows that you have to.',
  sources: [
    { source: 'engagement', clause: 'no perpetual licensing' },
    { source: 'uk-exit-schedule', clause: 'exit information' },
  ],
  appliesTo: ['ip-asset', 'vendor', 'system'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write the license of each asset after `licence:`: assigned to the customer, or the open license by its name.',
    'Move packages and images of the vendor to the customer’s own registry and scope, and correct the pages that name them.',
    'Write below `contract:` of each vendor `charges_ref`, `term_end`, `termination` and `assignment`.',
  ],
  limits:
    'Parts that no page names; the clean build of IP-03 finds more. What a contract means, counsel has to say.',
  messages: {
    noLicence: {
      message:
        'It does not say under which license it is, so nobody can rely on being allowed to use it.',
      fix: 'Write: licence: assigned to the customer, with the clause; or an open license by its name',
    },
    bound: {
      message: 'Its license does not leave the customer free: {licence}.',
      fix: 'Have it assigned, or replace it with a part that needs no license of the vendor, and correct `licence:`.',
    },
    part: {
      message: 'It names {part}, which is with the vendor and ends with the engagement.',
      fix: 'Move that part to the customer, and write where it is then.',
    },
    term: {
      message: 'The contract does not show `{name}`.',
      fix: 'Write below `contract:` the line {name}: {write}',
    },
    ended: {
      message: 'The contract ended on {day}.',
      fix: 'Write the end of the present term after `term_end:`, or retire the page.',
    },
    far: {
      message: 'The contract is said to end on {day}, more than ten years from now.',
      fix: 'Write after `term_end:` the day on which it ends or renews by itself.',
    },
  },
  examples: {
    ok: { path: 'ip-assets/fax-rules.mdx', text: 'licence: Apache-2.0\n' },
    notOk: { path: 'ip-assets/fax-rules.mdx', text: 'licence: proprietary, all rights reserved\n' },
  },
  *check(context) {
    const { corpus, asOf } = context;
    const vendor = marksOf(corpus, 'vendor');
    const counted = { assets: 0, contracts: 0, findings: 0 };
    for (const finding of all()) {
      counted.findings++;
      yield finding;
    }
    if (counted.findings === 0 && counted.assets + counted.contracts > 0) {
      const evidence = `${counted.assets} assets have a license that leaves the customer free, and ${counted.contracts} contracts show their terms`;
      yield { evidence };
    }

    function* all() {
      for (const asset of inForce(corpus, 'ip-asset')) {
        counted.assets++;
        yield* licence(asset, vendor);
        yield* parts(asset, vendor, context);
      }
      for (const system of inForce(corpus, 'system')) yield* parts(system, vendor, context);
      for (const page of inForce(corpus, 'vendor')) {
        if (isVendorItself(page, vendor)) continue;
        counted.contracts++;
        yield* contract(page, asOf);
      }
    }
  },
});

function* licence({ path, data }: Entry, vendor: Marks) {
  const text = textAt(data, 'licence') ?? '';
  const here = { path, position: field(['licence']) };
  if (!isStated(data, 'licence')) yield { messageId: 'noLicence', ...here } as const;
  else if ((BOUND.test(text) || namesParty(text, vendor)) && !FREE_HANDS.test(text))
    yield { messageId: 'bound', ...here, args: { licence: text } } as const;
}

function* parts({ path }: Entry, vendor: Marks, { fileOf }: StandardContext) {
  const text = fileOf(path)?.text ?? '';
  const lines = text.split('\n');
  for (const { part, ...point } of vendorPartsIn(text, vendor)) {
    // A proof may well lie with the vendor: it is about the past.
    if (lines[point.line - 1]?.startsWith('proof:')) continue;
    yield { messageId: 'part', path, position: at(point), args: { part } } as const;
  }
}

function* contract({ path, data }: Entry, asOf: string) {
  const here = (name: string) => ({ path, position: field(['contract', name]) });
  for (const [name, write] of terms)
    if (!isStated(data, `contract.${name}`))
      yield { messageId: 'term', ...here(name), args: { name, write } } as const;
  const day = rawAt(data, 'contract.term_end');
  if (!isDay(day)) {
    const args = { name: 'term_end', write: 'the day it ends or renews by itself' };
    yield { messageId: 'term', ...here('term_end'), args } as const;
  } else if (day < asOf) yield { messageId: 'ended', ...here('term_end'), args: { day } } as const;
  else if (day > addDays(asOf, LONGEST))
    yield { messageId: 'far', ...here('term_end'), args: { day } } as const;
}
