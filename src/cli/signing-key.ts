import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Entry } from '../domain/graph/corpus.ts';
import { rowsAt, textAt } from '../domain/graph/fields.ts';
import { gitArguments, gitEnvironment } from '../workspace/git-arguments.ts';
import { fingerprintOf, publicKeyOf } from '../workspace/ssh.ts';
import { type Invocation, optionValue } from './command.ts';
import { Refusal } from './refusal.ts';

/** A key that the signer has registered. */
export interface SigningKey {
  readonly file: string;
  readonly publicKey: string;
  readonly fingerprint: string;
}

/** The key that was asked for or is set up; one that is missing or not registered throws a Refusal. */
export function signingKey(invocation: Invocation, root: string, signer: Entry): SigningKey {
  const { env, today } = invocation.io;
  const file = keyFile(invocation, root);
  if (!existsSync(file)) throw new Refusal(`There is no key file ${file}. ${HOW}`);
  const publicKey = readPublicKey(file, env);
  const fingerprint = fingerprintOf(publicKey);
  if (fingerprint === null) throw new Refusal(`${file} is no SSH key. ${HOW}`);
  const registered = rowsAt(signer.data, 'keys').find((key) => key['fingerprint'] === fingerprint);
  if (registered === undefined)
    throw new Refusal(notRegistered(signer, fingerprint, publicKey, today));
  if (textAt(registered, 'public_key') === null)
    throw new Refusal(
      `${signer.path} names the key ${fingerprint} without the key itself, and nobody could check the signature. Write into that entry of keys:\n    public_key: ${publicKey}`,
    );
  return { file, publicKey, fingerprint };
}

const HOW = 'Name one: --key FILE. Or make one: ssh-keygen -t ed25519';

function notRegistered(
  { path, data }: Entry,
  fingerprint: string,
  publicKey: string,
  today: string,
): string {
  const head = rowsAt(data, 'keys').length === 0 ? 'keys:\n' : '';
  return [
    `${path} does not register the key ${fingerprint}. A key counts from the commit that adds it, and for the exit it must be there 60 days before. Write into ${path}:`,
    `${head}  - fingerprint: ${fingerprint}\n    public_key: ${publicKey}\n    added_on: ${today}`,
  ].join('\n');
}

/** The key file: `--key`, else what git signs with, else the usual one below HOME. */
function keyFile(invocation: Invocation, root: string): string {
  const { cwd, env } = invocation.io;
  const asked = optionValue(invocation, 'key');
  if (asked !== undefined) return resolve(cwd, asked);
  const home = env['HOME'];
  const named = setting(root, 'gpg.format', env) === 'ssh' && setting(root, 'user.signingkey', env);
  if (named) {
    if (/^(key::|ssh-|ecdsa-)/.test(named))
      throw new Refusal(
        'git names its signing key as text, not as a file. Name the file: --key FILE',
      );
    return home === undefined ? named : named.replace(/^~(?=\/)/, home);
  }
  if (home === undefined) throw new Refusal('There is no HOME to look for a key in: --key FILE');
  return join(home, '.ssh/id_ed25519');
}

function setting(root: string, name: string, env: Invocation['io']['env']): string | null {
  try {
    return (
      execFileSync('git', gitArguments(root, ['config', name]), {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: gitEnvironment(env),
      }).trim() || null
    );
  } catch {
    return null;
  }
}

/** The public half: the file beside the key, so that no passphrase is asked for, else from the key itself. */
function readPublicKey(file: string, env: Invocation['io']['env']): string {
  if (/\.pub$/.test(file)) return readFileSync(file, 'utf8').trim();
  if (existsSync(`${file}.pub`)) return readFileSync(`${file}.pub`, 'utf8').trim();
  const result = publicKeyOf(file, env);
  if (result.state === 'absent') throw new Refusal(NO_PROGRAM);
  if (result.state === 'refused') throw new Refusal(`${file} cannot be read: ${result.why}`);
  return result.output.trim();
}

/** Words for a machine without `ssh-keygen`. */
export const NO_PROGRAM =
  'ssh-keygen is not installed, and it makes the signature. Install OpenSSH 8.1 or newer.';
