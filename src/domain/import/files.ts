import { apart } from './apart.ts';
import { addressPart } from './names.ts';

/** The folder of the content folder that files of imported documents go to. */
export const filesFolder = 'files';

/** A file that documents of a source show or link to. */
export interface WantedFile {
  /** Path inside the source; the whole address of a picture that is written into a document. */
  readonly from: string;
  /** What its name ends with in the handbook, such as `png` or `sh.txt`. */
  readonly ending: string;
  /** SHA-256 of the bytes that are written. */
  readonly digest: string;
}

/**
 * A content path for each file, one for all of the same bytes: named as the file, with as many folders
 * before the name as it takes. `taken` are the digests of the files that are there, by path.
 */
export function planFiles(
  files: readonly WantedFile[],
  taken: ReadonlyMap<string, string>,
): Map<string, string> {
  const sorted = files.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const byName = sorted.toSorted((a, b) => saysLittle(a.from) - saysLittle(b.from));
  const byBytes = Map.groupBy(byName, ({ digest, ending }) => `${digest}.${ending}`);
  const there = new Map([...taken].map(([path, digest]) => [digest, path]));
  const known = (file: WantedFile): string | undefined => {
    const path = there.get(file.digest);
    return path?.startsWith(`${filesFolder}/`) && path.endsWith(`.${file.ending}`)
      ? path
      : undefined;
  };
  const firsts = [...byBytes.values()].flatMap(([first]) => (first ? [first] : []));
  const isFree = (name: string) => !taken.has(`${filesFolder}/${name}`);
  const named = apart(
    firsts.filter((file) => known(file) === undefined),
    namesOf,
    isFree,
  );
  return new Map(
    [...byBytes.values()].flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const to = known(first) ?? `${filesFolder}/${named.get(first)}`;
      return same.map(({ from }) => [from, to] as const);
    }),
  );
}

/** 1 for a name that was given by a machine, such as the number of an attachment; among copies another one wins. */
const saysLittle = (from: string): number =>
  /(?:^|\/)(?:[\W\d_]+|[\da-f-]{16,}|(?:image|img|picture|screenshot|untitled|unnamed|bild)?[\W\d_]*)\.[^./]*$/i.test(
    from,
  )
    ? 1
    : 0;

/** A file's name alone, then with the folders above it. */
function namesOf({ from, ending, digest }: WantedFile): string[] {
  if (from.startsWith('data:')) return [`picture-${digest.slice(0, 8)}.${ending}`];
  const parts = from.split('/');
  const base = parts.pop() ?? '';
  const stem =
    ending.endsWith('.txt') && ending !== 'txt' ? base : base.replace(/(?<=.)\.[^.]*$/, '');
  const own = ending.endsWith('.txt') ? `.${ending.slice(0, -4)}` : '';
  const plain = own !== '' && stem.toLowerCase().endsWith(own) ? stem.slice(0, -own.length) : stem;
  const names = [addressPart(plain) || 'file'];
  for (const folder of parts.toReversed().map(addressPart))
    if (folder !== '') names.push(addressPart(`${folder}-${names.at(-1)}`));
  return [...new Set(names)].map((name) => `${name}.${ending}`);
}
