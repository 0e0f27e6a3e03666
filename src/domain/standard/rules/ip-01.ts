import { assetKinds } from '../../documents/ip-asset.ts';
import { type Corpus, type Entry, engagementData } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { inForce } from '../facts/in-force.ts';
import { showsOnlyAccess, unlistedRepositories } from '../facts/inventory.ts';
import { type Marks, marksOf, namesParty } from '../facts/parties.ts';
import { liesWith } from '../facts/places.ts';
import { exemptionsOf, isStated } from '../facts/substance.ts';
import { defineStandardRule } from '../rule.ts';

export const ip01 = defineStandardRule({
  id: 'IP-01',
  title: 'Everything that was made is listed and handed over',
  statement:
    'The inventory covers repositories, accounts, domains, models, prompts, data sets, evaluation harnesses, dashboards, runbooks, credentials and documents, each with owner of record, location, state of transfer and proof; on the exit day all of it is transferred.',
  why: 'What is not on the list is found when it stops: a domain that runs out with the registrar of somebody who left, a repository that only an invitation opens.',
  sources: [
    { source: 'engagement', clause: 'ownership of what is produced' },
    { source: 'nist-800-53', clause: 'SA-4(12)' },
    { source: 'omb-m-25-22' },
  ],
  appliesTo: ['ip-asset', 'system', 'engagement'],
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'until-exit',
  satisfy: [
    'Write one page for each thing: npm run handbook -- new ip-asset "TITLE". Every repository that a system names is one.',
    'For a kind of thing that does not exist here, write it with its reason below `not_applicable:` in engagement.yaml.',
    'Transfer each one, so that the customer is the owner of record, and write the proof: what another person can look up.',
  ],
  limits:
    'Things that nobody named anywhere; and that the contract gives the rights, which counsel has to read.',
  messages: {
    kinds: {
      message: 'The inventory lists nothing of these kinds: {kinds}.',
      fix: 'Write a page in ip-assets/ for each thing, or in engagement.yaml: not_applicable: [{ what: {first}, reason: why there is none }]',
    },
    repository: {
      message: 'The repository {repo} is in use and not in the inventory.',
      fix: 'Write a page in ip-assets/ with kind: repository and location: its address, which ends with {repo}',
    },
    missing: {
      message: 'It does not state `{name}`.',
      fix: 'Write: {name}: {write}',
    },
    noProof: {
      message: 'It is said to be transferred, without a proof that another person can look up.',
      fix: 'Write: proof: the confirmation, invoice or audit log entry, with its day',
    },
    noDay: {
      message: 'It is said to be transferred, without a day that has come.',
      fix: 'Write: transferred_on: the day on which it became the property of the customer',
    },
    notOurs: {
      message: 'It is said to be transferred, and its owner of record is {owner}.',
      fix: 'Have the customer entered as owner, and write its legal name after `owner_of_record:`.',
    },
    vendorPlace: {
      message: 'It is said to be transferred, and it lies with the vendor: {location}.',
      fix: 'Move it to an organization of the customer, and write the new address after `location:`.',
    },
    onlyAccess: {
      message: 'Its proof shows that somebody may open it, not that it belongs to the customer.',
      fix: 'Transfer the thing itself, and write that proof after `proof:`.',
    },
    notTransferred: {
      message: 'It is not transferred ({state}).',
      fix: 'Transfer it, then write: transfer_state: transferred, with transferred_on and proof.',
      from: 'X',
    },
  },
  examples: {
    ok: {
      path: 'ip-assets/fax-repository.mdx',
      text: 'proof: Transfer confirmed by the code host on 2026-05-04, audit log entry 8841\n',
    },
    notOk: {
      path: 'ip-assets/fax-repository.mdx',
      text: 'owner_of_record: Anchor Engineering, Inc.\n',
    },
  },
  *check({ corpus, asOf }) {
    const assets = inForce(corpus, 'ip-asset');
    yield* missingKinds(assets, corpus);
    yield* missingRepositories(assets, corpus);
    const customer = marksOf(corpus, 'customer');
    const vendor = marksOf(corpus, 'vendor');
    for (const asset of assets) {
      const { path, data } = asset;
      const findings = [...assetFindings(asset, customer, vendor, asOf)];
      yield* findings;
      if (findings.some(({ messageId }) => messageId !== 'notTransferred')) continue;
      const state = data['transfer_state'];
      const isDone = state === 'transferred';
      const evidence = isDone
        ? `transferred on ${data['transferred_on']}`
        : `is listed as ${state}`;
      yield { evidence, path };
    }
  },
});

function* missingKinds(assets: readonly Entry[], corpus: Corpus) {
  const listed = new Set(assets.map(({ data }) => data['kind']));
  const exempt = exemptionsOf(engagementData(corpus));
  const kinds = assetKinds.filter((kind) => !listed.has(kind) && !exempt.has(kind));
  const [first] = kinds;
  if (first === undefined) return;
  const args = { kinds: kinds.join(', '), first };
  yield { messageId: 'kinds', path: 'engagement.yaml', position: wholeFile, args } as const;
}

function* missingRepositories(assets: readonly Entry[], corpus: Corpus) {
  for (const { system, index, repo } of unlistedRepositories(assets, corpus)) {
    const position = field(['repos', index]);
    yield { messageId: 'repository', path: system.path, position, args: { repo } } as const;
  }
}

const states = ['not-started', 'in-progress', 'transferred'];

function* assetFindings({ path, data }: Entry, customer: Marks, vendor: Marks, asOf: string) {
  const here = (name: string) => ({ path, position: field([name]) });
  const owner = textAt(data, 'owner_of_record') ?? '';
  const location = textAt(data, 'location') ?? '';
  const proof = textAt(data, 'proof') ?? '';
  const state = String(data['transfer_state']);
  const facts = {
    owner_of_record: 'the legal entity that it is registered to',
    location: 'where it is',
  };
  for (const [name, write] of Object.entries(facts))
    if (!isStated(data, name))
      yield { messageId: 'missing', ...here(name), args: { name, write } } as const;
  if (!states.includes(state)) {
    const args = { name: 'transfer_state', write: states.join(', ') };
    yield { messageId: 'missing', ...here('transfer_state'), args } as const;
  } else if (state !== 'transferred')
    yield { messageId: 'notTransferred', ...here('transfer_state'), args: { state } } as const;
  else {
    const day = data['transferred_on'];
    if (!isDay(day) || day > asOf) yield { messageId: 'noDay', ...here('transferred_on') } as const;
    if (owner !== '' && (!namesParty(owner, customer) || namesParty(owner, vendor)))
      yield { messageId: 'notOurs', ...here('owner_of_record'), args: { owner } } as const;
    if (liesWith(location, vendor, customer))
      yield { messageId: 'vendorPlace', ...here('location'), args: { location } } as const;
    if (!isStated(data, 'proof')) yield { messageId: 'noProof', ...here('proof') } as const;
    else if (showsOnlyAccess(proof)) yield { messageId: 'onlyAccess', ...here('proof') } as const;
  }
}
