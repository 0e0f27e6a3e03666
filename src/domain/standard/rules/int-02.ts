import { type Entry, slugOf } from '../../graph/corpus.ts';
import { addDays, isDay } from '../../graph/days.ts';
import { rawAt, textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { inForce } from '../facts/in-force.ts';
import {
  isVendorItself,
  type Marks,
  mailOf,
  marksOf,
  namesParty,
  textsIn,
} from '../facts/parties.ts';
import { isActiveCustomer, nameOf } from '../facts/people.ts';
import { looksLikeSecret } from '../facts/secret-value.ts';
import { exemptionsOf, isStated } from '../facts/substance.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Days to a rotation beyond which nobody means it. */
const LONGEST = 1100;

const wanted = [
  [
    'registered_to',
    'whose registration, certificate or VPN peer it is: an account or entity of ours',
  ],
  ['rotates_on', 'the day by which the credential is replaced'],
  ['secret_ref', 'the name of the credential in the secret store'],
] as const;

export const int02 = defineStandardRule({
  id: 'INT-02',
  title: 'Registrations and credentials of interfaces are the customer’s',
  statement:
    'App registrations, credentials, certificates and VPN peers of each integration belong to the customer, are held by somebody of the customer, and have a rotation date and a place in the secret store, never a value on the page.',
  why: 'A registration under the vendor’s address stops on the day that the mailbox is closed. The notice that the certificate runs out goes there too, and the first sign is a dead feed.',
  sources: [
    { source: 'engagement', clause: 'everything produced stays with the customer' },
    { source: 'iso-27001', clause: 'A.5.11' },
  ],
  appliesTo: ['integration', 'vendor'],
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [
    'Move each registration to an account of the customer, then write it after `auth: registered_to:`.',
    'Have the credential replaced by the person who holds it from now on: `key_custody:`, `rotates_on:` and `secret_ref:`, the name in the secret store.',
    'Replace addresses of the vendor on the pages of the other side as well.',
  ],
  limits: 'That the other end has registered what the page says: only they can confirm it.',
  messages: {
    missing: {
      message: 'It does not state `auth.{name}`.',
      fix: 'Write below `auth:` the line {name}: {write}',
    },
    notOurs: {
      message:
        'It is registered to "{value}", in which neither the customer’s name nor its domain stands.',
      fix: 'Have it moved to an account of the customer, and write that after `registered_to:`.',
    },
    vendorMail: {
      message: 'It names {mail}, an address of the vendor, which ends with the engagement.',
      fix: 'Have an address of the customer registered there, and write it here.',
    },
    custody: {
      message:
        'Its credential is held by {name}, and not by somebody of the customer who is there.',
      fix: 'Hand it over, have it replaced, and write below `auth:` the line key_custody: SLUG.',
    },
    overdue: {
      message: 'Its credential should have been replaced by {day}.',
      fix: 'Replace it, and write the next day after `rotates_on:`.',
    },
    far: {
      message:
        'Its credential is to be replaced on {day}, more than three years from now: nobody means that.',
      fix: 'Write after `rotates_on:` the day on which it runs out or is replaced.',
    },
    value: {
      message: 'This looks like the credential itself and not like its name.',
      fix: 'Replace the credential at once, since it stands in the history too, and write only its name in the secret store.',
    },
  },
  examples: {
    ok: {
      path: 'integrations/lab-results.mdx',
      text: 'production_ref: Client brookside-lab, registered to interfaces@brookside.example\n',
    },
    notOk: {
      path: 'integrations/lab-results.mdx',
      text: 'production_ref: Client brookside-lab, registered to leo.marsh@anchor.example\n',
    },
  },
  *check(context) {
    const vendor = marksOf(context.corpus, 'vendor');
    const customer = marksOf(context.corpus, 'customer');
    for (const entry of inForce(context.corpus, 'integration')) {
      const findings = [
        ...registration(entry, customer, vendor),
        ...credential(entry, context),
        ...addresses(entry, vendor),
      ];
      yield* findings;
      if (findings.length > 0) continue;
      const keeper = nameOf(context.corpus, textAt(entry.data, 'auth.key_custody') ?? '');
      const evidence = `${slugOf(entry)} is registered to the customer; ${keeper} holds its credential`;
      yield { evidence, path: entry.path };
    }
    for (const entry of inForce(context.corpus, 'vendor'))
      if (!isVendorItself(entry, vendor)) yield* addresses(entry, vendor);
  },
});

function* registration({ path, data }: Entry, customer: Marks, vendor: Marks) {
  const exempt = exemptionsOf(data);
  for (const [name, write] of wanted) {
    const has =
      name === 'rotates_on'
        ? isDay(rawAt(data, 'auth.rotates_on'))
        : isStated(data, `auth.${name}`);
    if (has || exempt.has(`auth.${name}`)) continue;
    const position = field(['auth', name]);
    yield { messageId: 'missing', path, position, args: { name, write } } as const;
  }
  const value = textAt(data, 'auth.registered_to');
  if (value === null || (namesParty(value, customer) && !namesParty(value, vendor))) return;
  const position = field(['auth', 'registered_to']);
  yield { messageId: 'notOurs', path, position, args: { value } } as const;
}

function* credential({ path, data }: Entry, { corpus, asOf }: StandardContext) {
  const keeper = textAt(data, 'auth.key_custody');
  if (!isActiveCustomer(corpus, keeper, asOf)) {
    const args = { name: keeper === null ? 'nobody' : nameOf(corpus, keeper) };
    yield { messageId: 'custody', path, position: field(['auth', 'key_custody']), args } as const;
  }
  const day = rawAt(data, 'auth.rotates_on');
  const at = { path, position: field(['auth', 'rotates_on']), args: { day: String(day) } };
  if (isDay(day) && day < asOf) yield { messageId: 'overdue', ...at } as const;
  if (isDay(day) && day > addDays(asOf, LONGEST)) yield { messageId: 'far', ...at } as const;
  if (looksLikeSecret(textAt(data, 'auth.secret_ref') ?? ''))
    yield { messageId: 'value', path, position: field(['auth', 'secret_ref']) } as const;
}

function* addresses({ path, data }: Entry, vendor: Marks) {
  for (const { path: name, text } of textsIn(data)) {
    const mail = name[1] === 'registered_to' ? null : mailOf(text, vendor);
    if (mail !== null)
      yield { messageId: 'vendorMail', path, position: field(name), args: { mail } } as const;
  }
}
