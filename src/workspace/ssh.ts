import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAMESPACE } from '../domain/standard/statement.ts';
import { isSystemError } from './system-error.ts';

/** What a call of `ssh-keygen` gave; `absent` where the program is not installed. */
export type SshResult =
  | { readonly state: 'done'; readonly output: string }
  | { readonly state: 'refused'; readonly why: string }
  | { readonly state: 'absent' };

type Env = Readonly<Record<string, string | undefined>>;

/** The public key of a key file, as one line `type key comment`; asks for the passphrase where it needs one. */
export function publicKeyOf(keyFile: string, env: Env): SshResult {
  return run(['-y', '-f', keyFile], '', env);
}

/** Signs a text with a key file; the output is an armored signature. */
export const signText = (text: string, keyFile: string, env: Env): SshResult =>
  run(['-Y', 'sign', '-n', NAMESPACE, '-f', keyFile], text, env);

/** Checks the signature in a file over a text against one public key. */
export function verifyText(
  text: Uint8Array,
  signatureFile: string,
  { mail, publicKey }: { mail: string; publicKey: string },
): SshResult {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-signers-'));
  const signers = join(folder, 'allowed_signers');
  try {
    writeFileSync(signers, `${signerLine(mail, publicKey)}\n`);
    const args = ['-f', signers, '-I', mail, '-n', NAMESPACE, '-s', signatureFile];
    return run(['-Y', 'verify', ...args], text, process.env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A line of an `allowed_signers` file: this address may sign with this key, and sign-offs only. */
export const signerLine = (mail: string, publicKey: string): string =>
  `${mail} namespaces="${NAMESPACE}" ${publicKey.split(/\s+/).slice(0, 2).join(' ')}`;

/** The fingerprint of a public key, `SHA256:...` as `ssh-keygen -l` shows it; null where it is no key. */
export function fingerprintOf(publicKey: string): string | null {
  const [type, blob] = publicKey.trim().split(/\s+/);
  if (type === undefined || blob === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(blob)) return null;
  const bytes = Buffer.from(blob, 'base64');
  // A key names its own type once more, behind a length of four bytes.
  if (bytes.subarray(4, 4 + type.length).toString('latin1') !== type) return null;
  const digest = createHash('sha256').update(bytes).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}

function run(args: readonly string[], input: string | Uint8Array, env: Env): SshResult {
  const { status, stdout, stderr, error } = spawnSync('ssh-keygen', args, {
    input,
    encoding: 'utf8',
    env: { ...env } as NodeJS.ProcessEnv,
  });
  if (isSystemError(error) && error.code === 'ENOENT') return { state: 'absent' };
  if (status === 0) return { state: 'done', output: stdout };
  const words = `${stderr ?? ''}\n${stdout ?? ''}`.split('\n').find((line) => line.trim() !== '');
  return { state: 'refused', why: words?.trim() ?? `it ended with ${status}` };
}
