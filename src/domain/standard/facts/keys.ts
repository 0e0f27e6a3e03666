import { type Corpus, type Entry, engagementData, entriesOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { rowsAt, textAt } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';
import type { Commit } from '../witness.ts';

/** A signing key as a person's record has it. */
export interface RegisteredKey {
  readonly person: Entry;
  readonly fingerprint: string;
  /** The day that the record gives; null where it gives none. */
  readonly addedOn: string | null;
  /** The commit that first had it; null where git saw none. */
  readonly commit: Commit | null;
}

/** The key that a person has registered under a fingerprint, or null. */
export function registeredKey(
  person: Entry,
  fingerprint: string,
  { git }: Pick<StandardContext, 'git'>,
): RegisteredKey | null {
  const row = rowsAt(person.data, 'keys').find((key) => key['fingerprint'] === fingerprint);
  if (row === undefined) return null;
  const versions = git.versions(person.path);
  const first = versions.findLast((version) => git.textOf(version)?.includes(fingerprint));
  const { added_on: on } = row;
  return { person, fingerprint, addedOn: isDay(on) ? on : null, commit: first?.commit ?? null };
}

/** Others who have registered the same key. */
export function othersWithKey(corpus: Corpus, { person, fingerprint }: RegisteredKey): Entry[] {
  const own = blobOf(person, fingerprint);
  return entriesOf(corpus, 'person').filter(
    (other) =>
      other !== person &&
      rowsAt(other.data, 'keys').some(
        (key) => key['fingerprint'] === fingerprint || (own !== null && blobIn(key) === own),
      ),
  );
}

/** The key itself, without its kind and comment: a fingerprint beside it is only typed. */
const blobIn = (key: Entry['data']): string | null =>
  textAt(key, 'public_key')?.split(/\s+/)[1] ?? null;

const blobOf = ({ data }: Entry, fingerprint: string): string | null =>
  blobIn(rowsAt(data, 'keys').find((key) => key['fingerprint'] === fingerprint) ?? {});

/** Whether somebody of the customer wrote or reviewed a commit, told by the domains of the addresses. */
export function isOfCustomer(corpus: Corpus, { author, reviewers }: Commit): boolean {
  const customer = engagementData(corpus)['customer'] as Entry['data'] | undefined;
  const domains: unknown = customer?.['domains'];
  const isOurs = (mail: string) =>
    Array.isArray(domains) && domains.includes(mail.split('@').at(-1)?.toLowerCase());
  return [author, ...reviewers].some(isOurs);
}

/** The line of the key in the list of signers, so that anybody can verify; false where it is missing. */
export function isInSigners(
  { person, fingerprint }: RegisteredKey,
  { fileOf }: Pick<StandardContext, 'fileOf'>,
): boolean {
  const blob = blobOf(person, fingerprint);
  const email = textAt(person.data, 'email');
  const lines = (fileOf('sign-offs/allowed_signers')?.text ?? '')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([principal = '']) => principal.split(',').includes(email ?? ''));
  // Whoever has another line under this address could sign in its name.
  return blob !== null && lines.length > 0 && lines.every((words) => words.includes(blob));
}
