import { resolvePath } from '../../body/target.ts';
import { type Corpus, type Entry, entriesOf } from '../../graph/corpus.ts';
import { rawAt, rowsAt, textAt, textsOf } from '../../graph/fields.ts';
import { compareText } from '../../problems/problem.ts';
import { type GateName, gateNames } from '../gates.ts';
import { merkleRoot, sha256 } from '../hash.ts';
import type { StandardContext } from '../rule.ts';
import { readStatement, type Statement } from '../statement.ts';
import type { Commit, FileFact } from '../witness.ts';

type FileOf = (path: string) => FileFact | null;

/** A sign-off with what lies beside it. */
export interface SignOffFacts {
  readonly entry: Entry;
  readonly gate: GateName | null;
  readonly rehearsal: boolean;
  /** The text that was signed; null where there is none that can be read. */
  readonly statement: Statement | null;
  /** The list of signed files; null where there is none. */
  readonly list: string | null;
}

/** All sign-offs, in the order of their files. */
export const signOffsOf = (corpus: Corpus, fileOf: FileOf): SignOffFacts[] =>
  entriesOf(corpus, 'sign-off')
    .filter(({ readable }) => readable)
    .map((entry) => signOffFacts(entry, fileOf));

/** A sign-off with what lies beside it. */
export function signOffFacts(entry: Entry, fileOf: FileOf): SignOffFacts {
  const text = (name: string) => {
    const path = textAt(entry.data, name);
    const target = path === null ? null : resolvePath(entry.path, path);
    return target === null ? null : (fileOf(target)?.text ?? null);
  };
  const statement = text('statement');
  return {
    entry,
    gate: gateNames.find((name) => name === String(entry.data['gate'])) ?? null,
    rehearsal: entry.data['dry_run'] === true,
    statement: statement === null ? null : readStatement(statement),
    list: text('files'),
  };
}

/** Where the record, the statement and the list of a sign-off contradict each other; none where they agree. */
export function contradictions({ entry, statement, list, ...facts }: SignOffFacts): string[] {
  if (statement === null) return [];
  const { data } = entry;
  const roots = rowsAt(data, 'audience_roots').map((row) => `${row['audience']} ${row['root']}`);
  const signedRoots = statement.audiences.map(({ audience, root }) => `${audience} ${root}`);
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['gate', facts.gate, statement.gate],
    ['dry_run', facts.rehearsal, statement.rehearsal],
    ['signed_on', data['signed_on'], statement.on],
    ['signer', data['signer'], statement.signer],
    ['engine_version', data['engine_version'], statement.engine],
    ['results_digest', data['results_digest'], statement.results],
    ['signed_root', data['signed_root'], statement.root],
    ['audience_roots', roots.sort().join(), signedRoots.sort().join()],
    ['waivers', textsOf(data, 'waivers').sort().join(), waiverSlugs(statement).sort().join()],
    ['signature.fingerprint', rawAt(data, 'signature.fingerprint'), statement.key],
  ];
  return [
    ...pairs
      .filter(([, said, signed]) => said !== signed)
      .map(([name]) => `\`${name}\` is another one than in the statement`),
    ...(merkleRoot(statement.documents) === statement.root
      ? []
      : ['the documents that the statement names give another root']),
    ...(list === null ? ['the list of signed files is missing'] : []),
    ...(list !== null && sha256(list) !== statement.files
      ? ['the list of signed files is another one than in the statement']
      : []),
  ];
}

const waiverSlugs = ({ waivers }: Statement): string[] =>
  waivers.map((id) => id.replace(/^waivers\//, ''));

/** Paths of the files that are signed, sorted. */
const signedPaths = ({ assets, entries }: Corpus): string[] =>
  [...new Set([...assets, ...entries.map(({ path }) => path)])].filter(isSignedPath).sort();

/** Whether a file is signed: all but hidden ones, and sign-offs and proofs, which are written afterwards. */
const isSignedPath = (path: string): boolean =>
  !/^(?:sign-offs|proofs)\/|(?:^|\/)(?:\.|node_modules\/)/.test(path);

/** The digests of all files that are signed, as they are now. */
export const digestsNow = ({
  corpus,
  fileOf,
}: Pick<StandardContext, 'corpus' | 'fileOf'>): ReadonlyMap<string, string> =>
  new Map(
    signedPaths(corpus).flatMap((path) => {
      const digest = fileOf(path)?.digest;
      return digest === undefined ? [] : [[path, digest] as const];
    }),
  );

/** The digests of all files that are signed, as a commit left them; null where git cannot tell. */
export function digestsThen(
  { git }: Pick<StandardContext, 'git'>,
  commit: Commit,
): ReadonlyMap<string, string> | null {
  const all = git.digestsAt(commit);
  return all === null ? null : new Map([...all].filter(([path]) => isSignedPath(path)));
}

/** The list of signed files as `sha256sum --check` reads it. */
export const fileList = (digests: ReadonlyMap<string, string>): string =>
  [...digests].map(([path, digest]) => `${digest}  ${path}\n`).join('');

/** The digests of a list by path. */
export const readList = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list.split('\n').flatMap((line) => {
      const [, digest, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      return digest === undefined || path === undefined ? [] : [[path, digest] as const];
    }),
  );

/** One thing that is not as it was. */
export interface Difference {
  readonly name: string;
  readonly what: 'changed' | 'added' | 'gone';
}

/** What changed, came and went between two lists of digests, by name. */
export function differences(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Difference[] {
  const lost = [...before].flatMap(([name, digest]): Difference[] => {
    const present = now.get(name);
    if (present === digest) return [];
    return [{ name, what: present === undefined ? 'gone' : 'changed' }];
  });
  const added = [...now.keys()]
    .filter((name) => !before.has(name))
    .map((name): Difference => ({ name, what: 'added' }));
  return [...lost, ...added].sort((a, b) => compareText(a.name, b.name));
}

/** The first few differences in words, and how many more. */
export function differencesText(found: readonly Difference[], shown = 5): string {
  const first = found.slice(0, shown).map(({ name, what }) => `${name} (${what})`);
  const more = found.length > shown ? [`and ${found.length - shown} more`] : [];
  return [...first, ...more].join(', ');
}
