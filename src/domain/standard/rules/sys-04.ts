import { type Entry, slugOf } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { isActive, nameOf, personNamed, sideNamed } from '../facts/people.ts';
import { declaresPhi, phiFlows, phiSystems } from '../facts/phi.ts';
import { isStated } from '../facts/substance.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

const facts = [
  ['audit_log', 'where reads and changes of PHI are logged, such as table booking.access_log'],
  ['audit_retention', 'how long that log is kept, such as 6 years'],
  ['row_access', 'the rule that decides which rows a user may read'],
  ['schema_boundary', 'the tables and columns that hold PHI, or the document that lists them'],
] as const;

const DURATION =
  /\b(\d+|one|two|three|five|six|seven|eight|nine|ten|twelve)[ -]+(days?|weeks?|months?|years?)\b|\b(for ever|forever|indefinite(ly)?|permanent(ly)?|never deleted)\b/i;

export const sys04 = defineStandardRule({
  id: 'SYS-04',
  title: 'Systems with PHI say how it is protected',
  statement:
    'Each system that holds PHI names where access is logged and for how long, who of the customer holds the keys, the rule that decides who reads which rows, and the tables and fields that hold PHI.',
  why: 'When a patient asks who opened the chart, somebody has to find the log. When the keys are with somebody who has left, nobody can rotate them, and nobody can prove that they are not in use.',
  sources: [{ source: 'engagement' }, { source: 'hipaa-164.312', clause: '(a), (b), (c)' }],
  appliesTo: ['system', 'data-flow'],
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write the block `phi:` with `audit_log`, `audit_retention`, `key_custodian`, `row_access` and `schema_boundary`.',
    'Hand the keys to somebody of the customer, have them rotated by that person, then write the slug after `key_custodian:`.',
  ],
  limits:
    'That the log is complete, and that the access rule is enforced: evidence of the controls shows that.',
  messages: {
    fact: {
      message: 'It holds PHI and does not state `phi.{name}`.',
      fix: 'Write below `phi:` the line {name}: {write}',
    },
    retention: {
      message:
        '`phi.audit_retention` gives no length of time, so nobody knows when the log is gone.',
      fix: 'Write: audit_retention: 6 years, or what was decided.',
    },
    noCustodian: {
      message:
        'It holds PHI and no person of the handbook is named who can rotate and revoke its keys.',
      fix: 'Write below `phi:` the line key_custodian: SLUG, somebody of the customer.',
    },
    notCustomer: {
      message:
        'Its keys are held by {name}, who is not of the customer: after the exit nobody could rotate them.',
      fix: 'Hand the keys over, have them rotated, and write key_custodian: SLUG of somebody of the customer.',
    },
    left: {
      message: 'Its keys are held by {name}, who is not there on {asOf}.',
      fix: 'Hand the keys over, have them rotated, and write key_custodian: SLUG of somebody who is there.',
    },
    undeclared: {
      message: '{flow} carries PHI here, and the classes of data of this system do not name it.',
      fix: 'Add phi to `data_classes:` and write the block `phi:`, or correct the flow.',
    },
  },
  examples: {
    ok: {
      path: 'systems/fax-gateway.mdx',
      text: 'phi: { audit_log: "Table fax.access_log", audit_retention: 6 years, key_custodian: dana-pruett, row_access: "Staff see faxes of their own clinic", schema_boundary: "fax.image and fax.patient" }\n',
    },
    notOk: {
      path: 'systems/fax-gateway.mdx',
      text: 'phi: { audit_log: "Table fax.access_log", audit_retention: as needed, key_custodian: leo-marsh, row_access: TBD, schema_boundary: "fax.image and fax.patient" }\n',
    },
  },
  *check(context) {
    const flows = phiFlows(context.corpus);
    for (const entry of phiSystems(context.corpus)) {
      const { path } = entry;
      const flow = flows.get(slugOf(entry));
      const findings = [...factFindings(entry), ...custodianFindings(entry, context)];
      if (!declaresPhi(entry) && flow) {
        const position = field(['data_classes']);
        yield { messageId: 'undeclared', path, position, args: { flow: flow.id } };
      } else if (findings.length > 0) yield* findings;
      else {
        const keeper = nameOf(context.corpus, textAt(entry.data, 'phi.key_custodian') ?? '');
        yield { evidence: `says where access to PHI is logged; its keys are with ${keeper}`, path };
      }
    }
  },
});

function* factFindings({ path, data }: Entry) {
  for (const [name, write] of facts) {
    if (isStated(data, `phi.${name}`)) continue;
    const position = field(['phi', name]);
    yield { messageId: 'fact', path, position, args: { name, write } } as const;
  }
  if (
    isStated(data, 'phi.audit_retention') &&
    !DURATION.test(textAt(data, 'phi.audit_retention') ?? '')
  )
    yield { messageId: 'retention', path, position: field(['phi', 'audit_retention']) } as const;
}

function* custodianFindings({ path, data }: Entry, { corpus, asOf }: StandardContext) {
  const slug = textAt(data, 'phi.key_custodian');
  const person = personNamed(corpus, slug);
  const at = { path, position: field(['phi', 'key_custodian']) };
  if (slug === null || person === null) {
    yield { messageId: 'noCustodian', ...at } as const;
    return;
  }
  const name = nameOf(corpus, slug);
  if (sideNamed(corpus, slug) !== 'customer')
    yield { messageId: 'notCustomer', ...at, args: { name } } as const;
  else if (!isActive(person, asOf))
    yield { messageId: 'left', ...at, args: { name, asOf } } as const;
}
