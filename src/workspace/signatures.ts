import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePath } from '../domain/body/target.ts';
import type { Corpus, Entry } from '../domain/graph/corpus.ts';
import { rawAt, rowsAt, textAt } from '../domain/graph/fields.ts';
import type { SignatureState } from '../domain/standard/witness.ts';
import { fingerprintOf, verifyText } from './ssh.ts';

type Trouble = Exclude<SignatureState, { state: 'good' }>;

/** Checks signatures of sign-offs in the content folder at `root` with `ssh-keygen`. */
export const signatureReader =
  (root: string, corpus: Corpus) =>
  ({ data, path }: Entry): SignatureState => {
    const form = textAt(data, 'signature.form');
    if (form === null) return trouble('missing', 'There is no signature.');
    if (form !== 'ssh-file')
      return trouble('unknown', `It is signed as ${form}, which this program does not check.`);
    const statement = fileAt(root, path, rawAt(data, 'statement'));
    const signature = fileAt(root, path, rawAt(data, 'signature.file'));
    if (statement === null)
      return trouble('missing', 'The statement that was signed is not there.');
    if (signature === null) return trouble('missing', 'The signature file is not there.');
    const key = keyOf(data, corpus);
    if ('state' in key) return key;
    const result = verifyText(readFileSync(statement), signature, key);
    if (result.state === 'absent')
      return trouble('unknown', 'ssh-keygen is not installed, so no signature can be checked.');
    if (result.state === 'done') return { state: 'good', fingerprint: key.fingerprint };
    return trouble('bad', `ssh-keygen does not accept it: ${result.why}`);
  };

const trouble = (state: Trouble['state'], why: string): Trouble => ({ state, why });

/** A file that a field names, where it is there and inside the content folder. */
function fileAt(root: string, from: string, value: unknown): string | null {
  const path = typeof value === 'string' ? resolvePath(from, value) : null;
  if (path === null) return null;
  const file = join(root, path);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/** An address without what a list of signers would read as a pattern or as a second line. */
const PLAIN = /^[^\s"'*?!,#-][^\s"'*?!,#]*@[^\s"'*?!,#]+$/;

/** The key that the signer has registered under the fingerprint of the signature. */
function keyOf(data: Entry['data'], corpus: Corpus) {
  const signer = textAt(data, 'signer') ?? '';
  const person = corpus.byId.get(`people/${signer}`)?.data ?? {};
  const mail = textAt(person, 'email');
  const fingerprint = textAt(data, 'signature.fingerprint') ?? '';
  const key = rowsAt(person, 'keys').find((one) => one['fingerprint'] === fingerprint);
  if (mail === null || !PLAIN.test(mail))
    return trouble('bad', `people/${signer}.yaml has no mail address that can stand for a signer.`);
  if (key === undefined || fingerprint === '')
    return trouble('bad', `It is signed with a key that people/${signer}.yaml does not register.`);
  const publicKey = textAt(key, 'public_key');
  if (publicKey === null)
    return trouble('unknown', `people/${signer}.yaml holds no public_key for ${fingerprint}.`);
  if (fingerprintOf(publicKey) !== fingerprint)
    return trouble('bad', `people/${signer}.yaml: the public_key is not that of ${fingerprint}.`);
  return { mail, publicKey, fingerprint };
}
