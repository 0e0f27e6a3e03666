import { expect, it } from 'vitest';
import { handbook } from '../cli/run.ts';
import { fixture, type Step, withFolder } from './bundle.ts';

const waiver = (fields: string) => `title: Owner of one term
rule: OWN-01
target: glossary/adt
reason: The term waits for a new owner.
compensating_measure: Dana Pruett reads its mails.
signer: samir-aoun
signed_on: 2026-09-01
expires_on: 2026-10-30
${fields}`;

/** The handbook in which a term has no owner, with a waiver for that, committed by somebody. */
async function judged(text: string, by: string, ...args: string[]) {
  const { steps } = fixture('OWN-01', 'evasion');
  const files = Object.assign({}, ...steps.map((step) => step.files));
  const commit = { on: '2026-09-01', by, message: 'Let the term pass' };
  const step: Step = { files: { ...files, 'waivers/term.yaml': text }, commit };
  return withFolder([step], async (root) => {
    const { stdout } = await handbook(
      ['readiness', '--content', root, '--format', 'json', ...args],
      {
        cwd: root,
      },
    );
    const { rules, gates } = JSON.parse(stdout);
    const { status, problems } = rules.find(({ id }: { id: string }) => id === 'OWN-01');
    return { status, why: problems[0].waiverVoid, gates };
  });
}

const DANA = 'Dana Pruett <dana.pruett@brookside.example>';
const LEO = 'Leo Marsh <leo.marsh@anchor.example>';

it('a waiver of the sponsor lets a finding pass until its last day', async () => {
  expect((await judged(waiver(''), DANA)).status).toBe('waived');
  const later = await judged(waiver(''), DANA, '--as-of', '2026-10-31');
  expect(later).toMatchObject({ status: 'fail', why: 'it expired on 2026-10-30' });
});

it.each([
  [
    'signed by the vendor',
    'samir-aoun',
    'leo-marsh',
    'it is signed by leo-marsh, and only the sponsor samir-aoun can',
  ],
  [
    'without a measure',
    'compensating_measure: Dana Pruett reads its mails.\n',
    '',
    'it names no compensating measure',
  ],
  ['of more than 90 days', '2026-10-30', '2026-12-30', 'it runs 120 days, and 90 are allowed'],
])('one %s does not hold, and says so', async (_, from, to, why) => {
  const told = await judged(waiver('').replace(from, to), DANA);
  expect(told.why).toBe(why);
});

it('one that only the vendor committed is not the sponsor’s', async () => {
  expect(await judged(waiver(''), LEO)).toMatchObject({
    status: 'fail',
    why: 'it was committed by leo.marsh@anchor.example, and nobody of the customer reviewed that',
  });
});

it('one that runs out before a gate does not count at that gate', async () => {
  const short = waiver('').replace('2026-10-30', '2026-09-30');
  const { status, gates } = await judged(short, DANA, '--as-of', '2026-09-28');
  expect(status).toBe('waived');
  const errors = gates.map(({ errors: count }: { errors: number }) => count);
  const kept = (await judged(waiver(''), DANA, '--as-of', '2026-09-28')).gates.map(
    ({ errors: count }: { errors: number }) => count,
  );
  expect(errors.at(-1)).toBe(kept.at(-1) + 1);
  expect(errors[0]).toBe(kept[0]);
});
