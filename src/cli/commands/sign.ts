import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../../domain/commands/define.ts';
import { sign as definition } from '../../domain/commands/sign.ts';
import { type Entry, engagementData, entriesOf } from '../../domain/graph/corpus.ts';
import { sideOf } from '../../domain/graph/sides.ts';
import { isReady } from '../../domain/readiness/readiness.ts';
import { isActive } from '../../domain/standard/facts/people.ts';
import {
  datesOf,
  type GateName,
  gateDate,
  gateNames,
  gateWords,
} from '../../domain/standard/gates.ts';
import { signingRules } from '../../domain/standard/statement.ts';
import { judge } from '../../workspace/judge.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { planSignOff, type SignOffPlan } from '../../workspace/sign-off.ts';
import { signerLine, signText } from '../../workspace/ssh.ts';
import { uncommitted } from '../../workspace/uncommitted.ts';
import { standardContext } from '../../workspace/witness.ts';
import { writeAtomically } from '../../workspace/write.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { openWorkspace, shownPath } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { NO_PROGRAM, type SigningKey, signingKey } from '../signing-key.ts';
import { engineVersion } from '../version.ts';
import { signWeek } from './sign-week.ts';

export const sign: Command = {
  ...definition,
  run: (invocation) => {
    const workspace = openWorkspace(invocation);
    const signer = signerAsked(invocation, workspace);
    const [week] = invocation.positionals;
    if (week !== undefined) return signWeek(invocation, workspace, signer, week);
    const gate = gateAsked(invocation);
    refuseGate(invocation, workspace, gate);
    const key = signingKey(invocation, workspace.root, signer);
    const plan = planOf(invocation, workspace, signer, gate, key);
    show(invocation, workspace, plan);
    warnOfUncommitted(invocation, workspace);
    if (!invocation.given.has('dry-run')) write(invocation, workspace, plan, key);
    return 0;
  },
};

/** Only the sponsor signs, and only one who is of the customer and still there. */
function signerAsked(invocation: Invocation, { corpus }: Workspace): Entry {
  const by = optionValue(invocation, 'by');
  const sponsor = engagementData(corpus)['sponsor'];
  if (by === undefined) throw new Refusal(`Say who signs: --by ${sponsor ?? 'PERSON'}`);
  const person = corpus.byId.get(`people/${by}`);
  if (!person) throw new Refusal(`There is no person ${by}: people/${by}.yaml is missing.`);
  if (sideOf(person, corpus) !== 'customer')
    throw new Refusal(`${by} is not on the customer side, and nobody else can sign.`);
  if (by !== sponsor)
    throw new Refusal(
      `${by} is not the sponsor. engagement.yaml names ${sponsor ?? 'nobody'}, and only the sponsor signs.`,
    );
  if (!isActive(person, invocation.io.today))
    throw new Refusal(
      `${by} is not in the engagement on ${invocation.io.today}: see ${person.path}.`,
    );
  return person;
}

function gateAsked(invocation: Invocation): GateName {
  const asked = optionValue(invocation, 'gate');
  const gate = gateNames.find((name) => gateWords[name] === asked);
  if (gate !== undefined) return gate;
  throw new Refusal(
    `Say what is signed: --gate K, 90, 60, 30 or exit; or a week: ${program} sign weekly-summaries/2026-w47 --by PERSON`,
  );
}

/** Refuses a gate whose day has not come, and one that is signed already. */
function refuseGate({ io, given }: Invocation, { corpus }: Workspace, gate: GateName): void {
  const rehearsal = given.has('rehearsal');
  const on = gateDate(gate, datesOf(corpus));
  if (on === null)
    throw new Refusal('engagement.yaml does not give the dates that gates are counted from.');
  if (!rehearsal && io.today < on)
    throw new Refusal(
      `The day of this gate is ${on}, and today is ${io.today}. Until then: --rehearsal`,
    );
  const there = entriesOf(corpus, 'sign-off').find(
    ({ data }) => String(data['gate']) === gate && (data['dry_run'] === true) === rehearsal,
  );
  if (there)
    throw new Refusal(
      `${there.path} signs this gate already. To sign again after an edit, take its files out in a commit of their own: git keeps them.`,
    );
}

function planOf(
  { io, given }: Invocation,
  workspace: Workspace,
  signer: Entry,
  gate: GateName,
  { fingerprint }: SigningKey,
): SignOffPlan {
  const context = standardContext(workspace, io.today);
  const readiness = judge(workspace, context, gate);
  const rehearsal = given.has('rehearsal');
  const rules = readiness.rules.filter(({ rule }) => !signingRules.has(rule.id));
  const plan = planSignOff(context, readiness, {
    gate,
    rehearsal,
    on: io.today,
    by: signer.id.slice('people/'.length),
    fingerprint,
    engine: engineVersion(),
  });
  if (gate === 'X' && !rehearsal && !isReady({ rules })) throw notReady(plan);
  return plan;
}

/** Findings that a refusal names. */
const NAMED = 10;

function notReady({ statement: { open } }: SignOffPlan): Refusal {
  const more = open.length > NAMED ? [`  and ${open.length - NAMED} more`] : [];
  return new Refusal(
    [
      `The exit cannot be signed: ${open.length} findings and open questions are left. Meet them, or let the sponsor waive what can be waived.`,
      ...open.slice(0, NAMED).map((line) => `  ${line}`),
      ...more,
      `All of them: ${program} readiness --gate exit`,
    ].join('\n'),
  );
}

function show({ io, given }: Invocation, { root }: Workspace, plan: SignOffPlan): void {
  const { statement, slug } = plan;
  const dry = given.has('dry-run');
  if (dry) io.stdout(plan.statementText);
  const files = [...filesOf(plan).keys(), `sign-offs/${slug}.statement.txt.sig`, SIGNERS];
  io.stderr(
    [
      `${statement.rehearsal ? 'A rehearsal of gate' : 'Gate'} ${gateWords[statement.gate]}, signed by ${statement.name} on ${statement.on} with ${statement.key}`,
      `  rules: ${statement.rules}`,
      `  open: ${statement.open.length}, each named in the statement`,
      `  documents: ${statement.documents.length}, root ${statement.root}`,
      dry ? 'Not written:' : 'Writes:',
      ...files.map((path) => `  ${shownPath(io, root, path)}`),
      '',
    ].join('\n'),
  );
}

/** What is signed before it is committed: git tells the rules something else afterwards. */
function warnOfUncommitted({ io }: Invocation, { root }: Workspace): void {
  const paths = uncommitted(root);
  if (paths.length === 0) return;
  const more = paths.length > NAMED ? [`  and ${paths.length - NAMED} more`] : [];
  io.stderr(
    [
      'These files are not committed as they are. Rules that read git may say something else once they are; commit them first:',
      ...paths.slice(0, NAMED).map((path) => `  ${path}`),
      ...more,
      '',
    ].join('\n'),
  );
}

const SIGNERS = 'sign-offs/allowed_signers';

/** What is written beside the signature; the record comes last, so that it never names what is not there. */
const filesOf = ({ slug, statementText, list, record }: SignOffPlan): Map<string, string> =>
  new Map([
    [`sign-offs/${slug}.statement.txt`, statementText],
    [`sign-offs/${slug}.sha256`, list],
    [`sign-offs/${slug}.yaml`, record],
  ]);

function write({ io }: Invocation, { root }: Workspace, plan: SignOffPlan, key: SigningKey): void {
  const signature = signText(plan.statementText, key.file, io.env);
  if (signature.state === 'absent') throw new Refusal(NO_PROGRAM);
  if (signature.state === 'refused')
    throw new Refusal(`ssh-keygen did not sign: ${signature.why}. Nothing was written.`);
  writeAtomically(join(root, `sign-offs/${plan.slug}.statement.txt.sig`), signature.output);
  writeAtomically(join(root, SIGNERS), signersWith(join(root, SIGNERS), plan, key));
  for (const [path, text] of filesOf(plan)) writeAtomically(join(root, path), text);
  io.stdout(`${shownPath(io, root, `sign-offs/${plan.slug}.yaml`)}\n`);
  io.stderr(
    `Commit these files together. Then anybody can verify: ${program} verify-signoff sign-offs/${plan.slug}\n`,
  );
}

/** The list of signers with the line of this one. */
function signersWith(file: string, { statement }: SignOffPlan, { publicKey }: SigningKey): string {
  const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return `${[...new Set([...before, signerLine(statement.mail, publicKey)])].join('\n')}\n`;
}
