import type { Finding } from '../../checks/rule.ts';
import { isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { isActive, nameOf, personNamed, sideNamed, sponsorOf } from '../facts/people.ts';
import { contentRoot } from '../facts/proofs.ts';
import {
  contradictions,
  differencesText,
  type SignOffFacts,
  signOffsOf,
} from '../facts/sign-offs.ts';
import { signedState } from '../facts/signed-state.ts';
import { gateTitles } from '../gates.ts';
import { defineStandardRule, type Outcome, type StandardContext } from '../rule.ts';

type Id =
  | 'noRehearsal'
  | 'noExit'
  | 'incomplete'
  | 'signer'
  | 'day'
  | 'contradicts'
  | 'changed'
  | 'root';

export const sig02 = defineStandardRule<'SIG-02', Id>({
  id: 'SIG-02',
  title: 'What was signed is what is there',
  statement:
    'A sign-off names gate, day, version of the rules, digest of their results, the root over all documents and over those of each group, and the waivers; the sponsor signs it, once as a rehearsal 30 days before the exit and once for real on the exit day; and everything recomputes equal.',
  why: 'A signature under a meeting proves nothing. When a clause is disputed a year later, one changed byte must be found by name, by either side, without the other.',
  sources: [
    { source: 'engagement', clause: 'the sponsor signs' },
    { source: 'dora', clause: 'sufficiently tested' },
  ],
  appliesTo: ['sign-off'],
  stages: [{ from: '-30', severity: 'error' }],
  waivable: 'no',
  satisfy: [
    '30 days before the exit the sponsor rehearses: npm run handbook -- sign --gate 30 --by PERSON --rehearsal',
    'On the exit day the sponsor signs: npm run handbook -- sign --gate exit --by PERSON',
    'Commit the files of a sign-off by themselves, right after signing. Edit nothing afterwards: an edit has to be signed again.',
  ],
  limits: 'That the sponsor read what was signed.',
  messages: {
    noRehearsal: {
      message: 'Nobody has rehearsed the sign-off, so whether it works shows on the exit day.',
      fix: 'Have the sponsor run: npm run handbook -- sign --gate 30 --by {sponsor} --rehearsal',
    },
    noExit: {
      message: 'The exit is not signed.',
      fix: 'Have the sponsor run: npm run handbook -- sign --gate exit --by {sponsor}',
      from: 'X',
    },
    incomplete: {
      message: 'It does not say: {fields}.',
      fix: 'Take it out and sign with the program, which writes them all: npm run handbook -- sign',
    },
    signer: {
      message: 'It is signed by {name}, who is not the sponsor.',
      fix: 'Have the sponsor sign: npm run handbook -- sign --by {sponsor}',
    },
    day: {
      message: 'Its day, {day}, {why}.',
      fix: 'Take it out, and have the gate signed on its day.',
    },
    contradicts: {
      message: 'Record, statement and list do not agree: {what}.',
      fix: 'Put the record back as it was signed (git log shows the change), or sign again.',
    },
    changed: {
      message: '{count} of the signed files are not as they were signed{when}: {names}.',
      fix: 'Put them back as they were. What has to change is signed again, after the change.',
    },
    root: {
      message: 'The documents give another root than the one that was signed.',
      fix: 'Put the documents back as they were signed, or sign again: npm run handbook -- sign',
    },
  },
  examples: {
    ok: { path: 'sign-offs/exit.yaml', text: 'title: Exit of the Brookside engagement\n' },
    notOk: { path: 'sign-offs/exit.yaml', text: 'signer: dana-pruett\n' },
  },
  *check(context) {
    const { corpus, fileOf } = context;
    const all = signOffsOf(corpus, fileOf).filter(({ gate }) => gate !== null);
    yield* absent(all, context);
    for (const signOff of all) {
      const troubles = [...troublesOf(signOff, context)];
      if (troubles.length > 0) yield* troubles;
      else yield comparison(signOff, context);
    }
  },
});

const isExit = ({ gate, rehearsal }: SignOffFacts): boolean => gate === 'X' && !rehearsal;

function* absent(all: readonly SignOffFacts[], { corpus }: StandardContext): Iterable<Finding<Id>> {
  const at = { path: 'engagement.yaml', position: wholeFile };
  const args = { sponsor: sponsorOf(corpus) ?? 'PERSON' };
  const isRehearsal = ({ gate, rehearsal }: SignOffFacts) =>
    gate === '-30' || (gate === 'X' && rehearsal);
  if (!all.some(isRehearsal)) yield { messageId: 'noRehearsal', ...at, args };
  if (!all.some(isExit)) yield { messageId: 'noExit', ...at, args };
}

/** Fields that a sign-off from -30 on must have. */
const DEMANDED = [
  'engine_version',
  'results_digest',
  'signed_root',
  'audience_roots',
  'statement',
  'files',
];

function* troublesOf(signOff: SignOffFacts, context: StandardContext): Iterable<Finding<Id>> {
  const { entry, gate } = signOff;
  const { path, data } = entry;
  const at = (name: string) => ({ path, position: field([name in data ? name : 'title']) });
  const missing = DEMANDED.filter((name) => data[name] === undefined);
  if ((gate === '-30' || gate === 'X') && missing.length > 0)
    yield { messageId: 'incomplete', ...at('title'), args: { fields: missing.join(', ') } };
  if (!mayHaveSigned(data['signer'], context)) {
    const name = nameOf(context.corpus, textAt(data, 'signer') ?? 'nobody');
    const args = { name, sponsor: sponsorOf(context.corpus) ?? 'PERSON' };
    yield { messageId: 'signer', ...at('signer'), args };
  }
  const day = troubleOfDay(signOff, context);
  if (day !== null)
    yield {
      messageId: 'day',
      ...at('signed_on'),
      args: { day: String(data['signed_on']), why: day },
    };
  const what = contradictions(signOff);
  if (what.length > 0)
    yield { messageId: 'contradicts', ...at('signed_root'), args: { what: what.join('; ') } };
}

/** The sponsor, or a customer-side person who has left since, and may have been the sponsor. */
function mayHaveSigned(signer: unknown, { corpus, asOf }: StandardContext): boolean {
  const person = personNamed(corpus, signer);
  if (person === null || sideNamed(corpus, signer) !== 'customer') return false;
  return signer === sponsorOf(corpus) || !isActive(person, asOf);
}

function troubleOfDay(signOff: SignOffFacts, { asOf, exitOn }: StandardContext): string | null {
  const day = signOff.entry.data['signed_on'];
  if (!isDay(day)) return 'is no day of the calendar';
  if (day > asOf) return 'is still to come';
  return isExit(signOff) && exitOn !== null && day < exitOn ? 'is before the exit day' : null;
}

/** What comparing the signed text with the present one, or with that of its commit, gives. */
function comparison(signOff: SignOffFacts, context: StandardContext): Outcome<Id> {
  const { entry, gate, statement } = signOff;
  const { path } = entry;
  const position = field(['signed_root']);
  const title = `${gateTitles[gate ?? 'K']}, signed on ${entry.data['signed_on']} by ${nameOf(context.corpus, textAt(entry.data, 'signer') ?? '')}`;
  const found = signedState(signOff, context);
  if (found.state === 'unknown') return { cannotTell: `${path}: ${found.why}`, path };
  if (found.state === 'changed') {
    const names = differencesText(found.differences);
    const args = { count: found.differences.length, names, when: found.when };
    return { messageId: 'changed', path, position, args };
  }
  if (isExit(signOff) && contentRoot(context) !== entry.data['signed_root'])
    return { messageId: 'root', path, position };
  return { evidence: `${title}: ${statement?.documents.length} documents as signed`, path };
}
