import { typeNames } from '../../documents/registry.ts';
import type { Corpus, Entry } from '../../graph/corpus.ts';
import { rowsAt, textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { isActiveCustomer, nameOf, personNamed, sideNamed } from '../facts/people.ts';
import { type VendorMarks, vendorIn, vendorMarks } from '../facts/vendor-routes.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** What somebody has to run, so that its owner must be known before the exit. */
const OPERATED: ReadonlySet<string> = new Set(['system', 'integration', 'runbook', 'control']);

export const own02 = defineStandardRule({
  id: 'OWN-02',
  title: 'Everything passes to the customer, by name',
  statement:
    'Each system, integration, runbook and control names somebody of the customer who takes it over 90 days before the exit, unless the customer owns it already, and is owned by the customer 30 days before it. At the exit nobody of the vendor is left as owner, reviewer or escalation contact anywhere.',
  why: 'On the first night after the exit somebody calls the number in the runbook. It rings at a company that has no contract any more, or at nobody.',
  sources: [{ source: 'engagement', clause: 'run the system without the vendor in the room' }],
  appliesTo: typeNames,
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [
    'Write `successor:` with a person of the customer on each page that the vendor owns.',
    'By 30 days before the exit write that person after `owner:`.',
    'Before the exit day hand on what else the vendor owns, have pages that the vendor reviewed last reviewed again, and replace its people, numbers and addresses in escalation chains.',
  ],
  limits:
    'Whose telephone a number is, unless a vendor page gives the number of its people under `contacts`.',
  messages: {
    noSuccessor: {
      message: 'It is owned by {owner}, and nobody of the customer is named to take it over.',
      fix: 'Write: successor: SLUG, a person of the customer.',
    },
    successor: {
      message: 'Its successor {name} {why}.',
      fix: 'Write: successor: SLUG, a person of the customer who will be there.',
    },
    owner: {
      message: 'Its owner {name} is not on the side of the customer.',
      fix: 'Hand it over: write the successor after `owner:`.',
      from: '-30',
    },
    left: {
      message: '`{name}` is still {person}, of the vendor.',
      fix: 'Write somebody of the customer after `{name}:`.',
      from: 'X',
    },
    reviewer: {
      message: 'Its last review is by {person}, of the vendor.',
      fix: 'Have its owner review it: npm run handbook -- review {id} --by PERSON',
      from: 'X',
    },
    escalation: {
      message: 'It escalates to {person}, of the vendor.',
      fix: 'Put in the person of the customer who holds the role "{role}" now, with their route.',
      from: 'X',
    },
    route: {
      message: 'The route "{route}" leads to the vendor: {mark}.',
      fix: 'Write the number or address of the customer that is answered at night.',
      from: 'X',
    },
  },
  examples: {
    ok: { path: 'systems/fax-gateway.mdx', text: 'owner: ruth-keller\nsuccessor: dana-pruett\n' },
    notOk: { path: 'systems/fax-gateway.mdx', text: 'owner: leo-marsh\nsuccessor: null\n' },
  },
  *check(context) {
    const { corpus } = context;
    const marks = vendorMarks(corpus);
    let kept = 0;
    for (const entry of corpus.entries) {
      if (!entry.readable) continue;
      const isOperated = OPERATED.has(entry.type.name) && entry.data['status'] !== 'retired';
      const found = [
        ...(isOperated ? handover(entry, context) : []),
        ...remains(entry, isOperated, corpus),
        ...escalation(entry, corpus, marks),
      ];
      yield* found;
      if (isOperated && !found.some(({ messageId }) => /successor/i.test(messageId))) kept++;
    }
    if (kept > 0)
      yield {
        evidence: `${kept} systems, integrations, runbooks and controls are the customer's or name who takes them over`,
      };
  },
});

function* handover({ path, data }: Entry, { corpus, asOf }: StandardContext) {
  const [owner, successor] = [textAt(data, 'owner'), textAt(data, 'successor')];
  const isOwned = isActiveCustomer(corpus, owner, asOf);
  if (successor === null) {
    const args = { owner: owner === null ? 'nobody' : nameOf(corpus, owner) };
    if (!isOwned)
      yield { messageId: 'noSuccessor', path, position: field(['successor']), args } as const;
  } else {
    const why = successorTrouble(successor, corpus, asOf);
    const args = { name: nameOf(corpus, successor), why: why ?? '' };
    if (why !== null)
      yield { messageId: 'successor', path, position: field(['successor']), args } as const;
  }
  if (owner !== null && sideNamed(corpus, owner) !== 'customer') {
    const args = { name: nameOf(corpus, owner) };
    yield { messageId: 'owner', path, position: field(['owner']), args } as const;
  }
}

/** Why somebody cannot take over, as the end of a sentence; a person who begins later can. */
function successorTrouble(slug: string, corpus: Corpus, asOf: string): string | null {
  const person = personNamed(corpus, slug);
  if (person === null) return 'is no person of the handbook';
  if (sideNamed(corpus, slug) !== 'customer') return 'is not on the side of the customer';
  const until = textAt(person.data, 'active_to');
  return until !== null && until < asOf ? `left on ${until}` : null;
}

/** Where somebody of the vendor still answers for a page. */
function* remains({ id, path, data }: Entry, isOperated: boolean, corpus: Corpus) {
  const names = isOperated ? ['backup_owner'] : ['owner', 'backup_owner', 'successor'];
  for (const name of names) {
    if (sideNamed(corpus, data[name]) !== 'vendor') continue;
    const args = { name, person: nameOf(corpus, String(data[name])) };
    yield { messageId: 'left', path, position: field([name]), args } as const;
  }
  const reviewer = data['reviewed_by'];
  if (sideNamed(corpus, reviewer) !== 'vendor') return;
  const args = { person: nameOf(corpus, String(reviewer)), id };
  yield { messageId: 'reviewer', path, position: field(['reviewed_by']), args } as const;
}

function* escalation({ path, data }: Entry, corpus: Corpus, marks: VendorMarks) {
  for (const [index, row] of rowsAt(data, 'escalation').entries()) {
    const person = textAt(row, 'person');
    const route = textAt(row, 'route') ?? '';
    const role = textAt(row, 'role') ?? '';
    const mark = vendorIn(route, marks);
    const at = (name: string) => ({ path, position: field(['escalation', index, name]) });
    if (sideNamed(corpus, person) === 'vendor') {
      const args = { person: nameOf(corpus, String(person)), role };
      yield { messageId: 'escalation', ...at('person'), args } as const;
    } else if (mark !== null)
      yield { messageId: 'route', ...at('route'), args: { route, mark } } as const;
  }
}
