import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readinessOf } from '../../src/domain/readiness/readiness.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { planSignOff, type Signing } from '../../src/workspace/sign-off.ts';
import { fingerprintOf, signerLine, signText } from '../../src/workspace/ssh.ts';
import { standardContext } from '../../src/workspace/witness.ts';

let folder: string | undefined;

/** The file of a person's key, which is made for this run of the tests. */
function keyFile(person: string): string {
  folder ??= mkdtempSync(join(tmpdir(), 'handbook-keys-'));
  const file = join(folder, person);
  if (!existsSync(file))
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', person, '-f', file]);
  return file;
}

const publicKey = (person: string): string => readFileSync(`${keyFile(person)}.pub`, 'utf8').trim();

/** Puts in `{key PERSON}` and `{fingerprint PERSON}`. */
export const withKeys = (text: string): string =>
  text.replaceAll(/\{(key|fingerprint) ([\w-]+)\}/g, (_, kind: string, person: string) =>
    kind === 'key' ? publicKey(person) : (fingerprintOf(publicKey(person)) ?? ''),
  );

/** Signs a gate as the command does, whatever the rules say of it. */
export function signGate(
  root: string,
  { by, gate, on, rehearsal }: Pick<Signing, 'by' | 'gate' | 'on' | 'rehearsal'>,
): void {
  const context = standardContext(readWorkspace(root), on);
  const fingerprint = fingerprintOf(publicKey(by)) ?? '';
  const signing = { by, gate, on, rehearsal, fingerprint, engine: '0.1.0' };
  const plan = planSignOff(context, readinessOf(context, gate), signing);
  const signature = signText(plan.statementText, keyFile(by), process.env);
  if (signature.state !== 'done') throw new Error('ssh-keygen did not sign');
  const write = (name: string, text: string) => writeFileSync(join(root, 'sign-offs', name), text);
  mkdirSync(join(root, 'sign-offs'), { recursive: true });
  write(`${plan.slug}.statement.txt`, plan.statementText);
  write(`${plan.slug}.statement.txt.sig`, signature.output);
  write(`${plan.slug}.sha256`, plan.list);
  write(`${plan.slug}.yaml`, plan.record);
  write('allowed_signers', `${signerLine(plan.statement.mail, publicKey(by))}\n`);
}
