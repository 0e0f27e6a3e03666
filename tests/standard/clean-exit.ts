import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { Refusal } from '../../src/cli/refusal.ts';
import { type ProofKind, proofKinds } from '../../src/domain/documents/proof.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { commitAll, git, parse, type Step, writeStep } from './bundle.ts';
import { weeks } from './clean-exit-weeks.ts';

const KICKOFF = '2026-06-29';
const REHEARSAL = '2026-09-30';
const EXIT = '2026-10-30';
const DANA = 'Dana Pruett <dana.pruett@brookside.example>';
const SAMIR = 'Samir Aoun <samir.aoun@brookside.example>';
const REVIEWED = '\n\nReviewed-by: Noor Haddad <noor.haddad@brookside.example>';

/** A handbook that reached a clean exit, and the key that its sponsor signs with. */
export interface CleanExit {
  /** The content folder, a git repository of its own. */
  readonly root: string;
  readonly key: string;
}

/** Builds the engagement of the fixture below `folder`, commit by commit, with the commands that people use. */
export async function buildCleanExit(folder: string): Promise<CleanExit> {
  const root = join(folder, 'content');
  const key = join(folder, 'sponsor');
  mkdirSync(root, { recursive: true });
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'samir', '-f', key]);
  git(root, ['init', '-q', '-b', 'main']);
  const exit = { root, key };
  const rehearsal = { files: {}, commit: { on: REHEARSAL, by: SAMIR, message: '' } };
  for (const step of [...stepsOf(key), rehearsal].sort(byDay)) {
    if (step === rehearsal) await sign(exit, '30', REHEARSAL, ['--rehearsal']);
    else if (step.commit) await takeStep(exit, step);
  }
  await lastDay(exit);
  return exit;
}

const dayOf = ({ commit }: Step): string => commit?.on ?? '';
const byDay = (a: Step, b: Step): number =>
  dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0;

function stepsOf(key: string): Step[] {
  const text = readFileSync(
    join(import.meta.dirname, '../fixtures/clean-exit/handbook.txt'),
    'utf8',
  );
  const steps = [...parse(text).steps, ...weeks(KICKOFF, EXIT)];
  return steps.map((step) => ({ ...step, files: withKey(step.files, key) }));
}

/** The sponsor's key is made anew each time, and registered at the kickoff. */
function withKey(files: Step['files'], key: string): Step['files'] {
  const path = 'people/samir-aoun.yaml';
  if (typeof files[path] !== 'string') return files;
  const [, fingerprint] = execFileSync('ssh-keygen', ['-l', '-f', `${key}.pub`], {
    encoding: 'utf8',
  }).split(' ');
  const publicKey = readFileSync(`${key}.pub`, 'utf8').trim();
  const keys = `keys:\n  - fingerprint: ${fingerprint}\n    added_on: ${KICKOFF}\n    public_key: ${publicKey}\n`;
  return { ...files, [path]: `${files[path]}${keys}` };
}

/** Writes a step; a weekly summary in it is signed on its Friday, before it is committed. */
async function takeStep(exit: CleanExit, step: Step): Promise<void> {
  writeStep(exit.root, { ...step, commit: null });
  const day = dayOf(step);
  for (const path of Object.keys(step.files)) {
    if (path.startsWith('weekly-summaries/'))
      await run(exit, ['sign', path, '--by', 'samir-aoun'], day);
  }
  if (step.commit) commitAll(exit.root, step.commit);
}

/** Reviews, acceptances and proofs of the exit day, and the signature under all of it. */
async function lastDay(exit: CleanExit): Promise<void> {
  const { root } = exit;
  const commit = (message: string) =>
    commitAll(root, { on: EXIT, by: DANA, message: `${message}${REVIEWED}` });
  const { corpus } = readWorkspace(root);
  const documents = corpus.entries.filter(({ type }) => type.format === 'mdx');
  const byReviewer = Map.groupBy(documents, ({ data }) => reviewerOf(data['owner']));
  for (const [reviewer, own] of byReviewer) {
    const ids = own.map(({ id }) => id);
    await run(exit, ['review', ...ids, '--by', reviewer, '--note', NOTE], EXIT);
  }
  commit('Review every page');
  const byReceiver = Map.groupBy(documents, ({ data }) =>
    String(data['successor'] ?? data['owner']),
  );
  for (const [receiver, own] of byReceiver) {
    await run(exit, ['accept', ...own.map(({ id }) => id), '--by', receiver], EXIT);
  }
  commit('Accept every page');
  proofs(root);
  commit('Record what was tried on the last day');
  await sign(exit, 'exit', EXIT, []);
}

const NOTE = 'Read against decisions 0001, 0002 and 0003, which change nothing here.';

const reviewerOf = (owner: unknown): string =>
  owner === 'dana-pruett' ? 'noor-haddad' : 'dana-pruett';

/** One proof of each kind, with its report. */
function proofs(root: string): void {
  const files = Object.fromEntries(
    proofKinds.flatMap((kind) => [
      [
        `proofs/${kind}-${EXIT}.txt`,
        reports[kind] ?? `${kind}: nothing found. Made up for this fixture.\n`,
      ],
      [`proofs/${kind}-${EXIT}.yaml`, proofText(kind)],
    ]),
  );
  writeStep(root, { files, commit: null });
}

const proofText = (kind: ProofKind): string =>
  `title: ${kind} of ${EXIT}
kind: ${kind}
ran_on: ${EXIT}
result: pass
content_root: "{root}"
by: noor-haddad
tool: made up for this fixture
environment: ${kind === 'export' ? 'Chromium, file:///archive/index.html' : 'CI of Brookside'}
${kind === 'export' ? KEPT : ''}figures:
${(figures[kind] ?? [['findings', 0]]).map(figureText).join('')}report: ./${kind}-${EXIT}.txt
report_digest: "{digest proofs/${kind}-${EXIT}.txt}"
`;

const KEPT =
  'stored_at: Compliance share, folder exit\nsecond_copy_at: Safe of the main clinic, disk 4\ncustodian: dana-pruett\n';

const figureText = ([name, value, of]: Figure): string =>
  `  - name: ${name}\n    value: ${value}\n${of === undefined ? '' : `    of: ${of}\n`}`;

type Figure = readonly [name: string, value: number, of?: number];

const figures: Partial<Record<ProofKind, readonly Figure[]>> = {
  links: [['internal links that lead nowhere', 0]],
  accessibility: [
    ['violations', 0],
    ['pages tried', 70, 70],
  ],
  keyboard: [['kinds of page walked through', 12, 12]],
  export: [
    ['requests to the network', 0],
    ['searches that found their page', 3, 3],
  ],
  network: [
    ['requests to other hosts', 0],
    ['pages that need JavaScript to be read', 0],
  ],
};

const QUESTION = { target: 'runbooks/faxes-wait', rank: 1 };

const questions = ['engineering', 'leadership'].flatMap((audience) => [
  { ...QUESTION, audience, kind: 'symptom', question: 'our list has stood still all day' },
  { ...QUESTION, audience, kind: 'symptom', question: 'nothing came since this morning' },
  { ...QUESTION, audience, kind: 'symptom', question: 'referral is late again' },
  { ...QUESTION, audience, kind: 'typo', question: 'faxs stuk' },
  { ...QUESTION, audience, kind: 'acronym', question: 'PHI waits' },
]);

const reports: Partial<Record<ProofKind, string>> = {
  search: JSON.stringify(questions),
  export: `${'ab'.repeat(32)}  index.html\n`,
};

async function sign(
  exit: CleanExit,
  gate: string,
  day: string,
  more: readonly string[],
): Promise<void> {
  await run(exit, ['sign', '--gate', gate, '--by', 'samir-aoun', '--key', exit.key, ...more], day);
  commitAll(exit.root, { on: day, by: SAMIR, message: `Sign the gate ${gate}${REVIEWED}` });
}

/** Runs a command as on a day; what it refuses is thrown with its words. */
async function run({ root }: CleanExit, args: readonly string[], today: string): Promise<void> {
  let told = '';
  const nobody = () => Promise.reject(new Refusal('Nobody is there to answer.'));
  const code = await main([...args, '--content', root], {
    cwd: root,
    home: root,
    env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    stdout: () => {},
    stderr: (text) => {
      told += text;
    },
    today,
    isTerminal: { input: false, output: false },
    prompt: { text: nobody, choose: nobody, chooseMany: nobody },
  });
  if (code === 2) throw new Error(`handbook ${args.join(' ')}: ${told}`);
}

/** Replaces text in a file of the folder. */
export function edit(root: string, path: string, from: string, to: string): void {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no "${from}"`);
  writeFileSync(file, text.replace(from, to));
}
