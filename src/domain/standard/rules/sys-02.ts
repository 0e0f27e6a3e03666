import type { RunbookPurpose } from '../../documents/runbook.ts';
import { type Entry, slugOf } from '../../graph/corpus.ts';
import { numberAt, textsOf } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { inForce } from '../facts/in-force.ts';
import { phiSystems } from '../facts/phi.ts';
import { purposesOf } from '../facts/purposes.ts';
import { exemptionsOf } from '../facts/substance.ts';
import { defineStandardRule } from '../rule.ts';

const always: readonly RunbookPurpose[] = [
  'deploy',
  'rollback',
  'restore',
  'dependency-outage',
  'access-loss',
];

const withPhi: readonly RunbookPurpose[] = ['emergency-access', 'downtime'];

/** A system can be without these; losing access, and care without the system, can always happen. */
const exemptable: readonly RunbookPurpose[] = [
  'deploy',
  'rollback',
  'restore',
  'dependency-outage',
];

export const sys02 = defineStandardRule({
  id: 'SYS-02',
  title: 'Critical systems have a runbook for each thing that happens',
  statement:
    'Each system of tier 1 or 2 has current runbooks for deploy, rollback, restore, outage of a dependency and loss of access; one that holds PHI also for emergency access and for working while it is down.',
  why: 'These are the nights that come for certain. Without the vendor in the room, what is not written down is worked out on production while a clinic waits.',
  sources: [
    { source: 'hipaa-164.308', clause: '(a)(7)(ii)(A)–(C)' },
    { source: 'hipaa-164.312', clause: '(a)(2)(ii)' },
    { source: 'iso-27001', clause: 'A.5.37' },
  ],
  appliesTo: ['system', 'runbook'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write in each runbook which of these it is for: `purposes: [restore]`. One runbook may serve several systems.',
    'A runbook with several purposes has a heading of level 3 for each, which names it, with the steps below.',
    'Where a system has no deploys, no rollback, nothing to restore or no dependency, write it below `not_applicable:` of the system, with the reason.',
  ],
  limits: 'That the steps are right: drills show that.',
  messages: {
    missing: {
      message: 'None of its current runbooks says that it is for {missing}.',
      fix: 'If one of them is, write in it: purposes: [{first}]. Else write it: npm run handbook -- new runbook "TITLE" --systems SYSTEM --purposes {first}',
    },
    noSection: {
      message:
        'It is marked as being for {purpose}, and neither its title nor a heading names that.',
      fix: 'Give it a heading of level 3 that names it, with the steps below, such as: ### {heading}. Or take it out of `purposes:`.',
    },
  },
  examples: {
    ok: { path: 'runbooks/fax-restore.mdx', text: 'purposes: [restore]\n' },
    notOk: {
      path: 'runbooks/fax-restore.mdx',
      text: 'purposes: [restore, downtime, access-loss]\n',
    },
  },
  *check({ corpus }) {
    const served = new Map<string, Set<RunbookPurpose>>();
    const systems = inForce(corpus, 'system').filter(({ data }) => {
      const tier = numberAt(data, 'tier');
      return tier === 1 || tier === 2;
    });
    const critical = new Set(systems.map(slugOf));
    for (const runbook of inForce(corpus, 'runbook')) {
      const own = textsOf(runbook.data, 'systems').filter((slug) => critical.has(slug));
      const purposes = own.length === 0 ? [] : purposesOf(runbook);
      for (const { purpose, served: isServed } of purposes) {
        if (!isServed) yield noSection(runbook, purpose);
        else if (runbook.data['status'] === 'current')
          for (const slug of own) served.set(slug, (served.get(slug) ?? new Set()).add(purpose));
      }
    }
    const phi = new Set(phiSystems(corpus));
    for (const system of systems)
      yield judge(system, phi.has(system), served.get(slugOf(system)) ?? new Set());
  },
});

function noSection({ path, data }: Entry, purpose: RunbookPurpose) {
  const position = field(['purposes', textsOf(data, 'purposes').indexOf(purpose)]);
  const args = { purpose: words[purpose], heading: headings[purpose] };
  return { messageId: 'noSection', path, position, args } as const;
}

function judge(system: Entry, holdsPhi: boolean, served: ReadonlySet<RunbookPurpose>) {
  const { path, data } = system;
  const exempt = exemptionsOf(data);
  const wanted = [...always, ...(holdsPhi ? withPhi : [])].filter(
    (purpose) => !(exemptable.includes(purpose) && exempt.has(purpose)),
  );
  const missing = wanted.filter((purpose) => !served.has(purpose));
  const [first] = missing;
  if (first === undefined)
    return { evidence: `has runbooks for ${wanted.map((one) => words[one]).join(', ')}`, path };
  const args = { missing: missing.map((one) => words[one]).join(', '), first };
  return { messageId: 'missing', path, position: field(['title']), args } as const;
}

const words: Readonly<Record<RunbookPurpose, string>> = {
  deploy: 'deploy',
  rollback: 'rollback',
  restore: 'restore',
  'dependency-outage': 'outage of a dependency',
  'access-loss': 'loss of access',
  'emergency-access': 'emergency access',
  downtime: 'work while it is down',
};

const headings: Readonly<Record<RunbookPurpose, string>> = {
  deploy: 'Deploy a change',
  rollback: 'Roll it back',
  restore: 'Restore from the last backup',
  'dependency-outage': 'The database does not answer',
  'access-loss': 'Nobody can sign in',
  'emergency-access': 'Emergency access to a chart',
  downtime: 'Work on paper while it is down',
};
