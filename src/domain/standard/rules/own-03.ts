import { entriesOf, slugOf } from '../../graph/corpus.ts';
import { field } from '../../problems/problem.ts';
import { byPerson, competenceBySystem } from '../facts/competence.ts';
import { nameOf } from '../facts/people.ts';
import { defineStandardRule } from '../rule.ts';

/** People who must be able to run a system without the vendor. */
const ENOUGH = 2;

export const own03 = defineStandardRule({
  id: 'OWN-03',
  title: 'Two people of the customer can run each critical system',
  statement:
    'For each tier 1 system at least two people of the customer showed within 120 days that they can run it: each passed a drill, led the work alone, or did it while the vendor watched.',
  why: 'One person who can do it is on holiday when it breaks. A person who has only read about it learns on the night it matters.',
  sources: [
    { source: 'far-52.237-3', clause: 'sufficient experienced personnel' },
    { source: 'nist-800-34', clause: '§3.5' },
  ],
  appliesTo: ['system', 'drill', 'exit-plan'],
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Let a second person carry out a runbook of the system, and record the drill; talking it through (tabletop) does not count.',
    'Write the days of doing it watched and alone into the transfer of the exit plan.',
    'Give each person one record: two with the same name or address count as one.',
  ],
  limits: 'That who passed a drill of one part can run the whole.',
  messages: {
    few: {
      message:
        'In the 120 days before {day} {count} of the customer showed they can run it, and {enough} must: {who}.',
      fix: 'Let somebody else carry out one of its runbooks, and record it: npm run handbook -- drill RUNBOOK --by PERSON --result pass',
    },
  },
  examples: {
    ok: { path: 'systems/fax-archive.mdx', text: 'tier: 2\n' },
    notOk: { path: 'systems/fax-archive.mdx', text: 'tier: 1\n' },
  },
  *check(context) {
    const { corpus, asOf, exitOn } = context;
    const proofs = competenceBySystem(context);
    const day = exitOn !== null && exitOn < asOf ? exitOn : asOf;
    for (const system of entriesOf(corpus, 'system')) {
      const { path, data, readable } = system;
      if (!readable || data['tier'] !== 1 || data['status'] === 'retired') continue;
      const people = byPerson(proofs.get(slugOf(system)) ?? [], corpus);
      const words = people.map(
        ({ person, what, on }) => `${nameOf(corpus, person)} ${what} on ${on}`,
      );
      if (people.length >= ENOUGH) {
        yield { evidence: words.slice(0, ENOUGH).join('; '), path };
        continue;
      }
      const count = people.length === 0 ? 'nobody' : 'one person';
      const args = { day, count, enough: ENOUGH, who: words.join('; ') || 'there is no record' };
      yield { messageId: 'few', path, position: field(['tier']), args };
    }
  },
});
