import type { TypeDefinition } from '../documents/define.ts';
import { isDocumentPath, typeOfFolder } from '../documents/registry.ts';
import type { Entry } from '../graph/corpus.ts';
import { addDays } from '../graph/days.ts';
import { compareText } from '../problems/problem.ts';
import type { StandardContext } from '../standard/rule.ts';
import type { GitWitness, Past, Version } from '../standard/witness.ts';
import {
  type Difference,
  differenceOf,
  isNothing,
  isOnlyReviewed,
  type NameToday,
} from './difference.ts';
import { nameToday } from './names.ts';

/** What changed in a content folder, told to readers. */
export interface News {
  /** What git could tell: nothing, the commits of a clone that was cut off, or everything. */
  readonly state: GitWitness['state'];
  /** Day of the oldest commit that is known; null without one. */
  readonly begins: string | null;
  /** The days that are told; null without a commit. */
  readonly from: string | null;
  readonly to: string | null;
  /** Newest first, at most one for each document and day. */
  readonly items: readonly NewsItem[];
  /** How many more there were in those days. */
  readonly left: number;
}

export type NewsKind =
  | 'new'
  | 'changed'
  | 'renamed'
  | 'reviewed'
  | 'superseded'
  | 'retired'
  | 'removed';

export interface NewsItem {
  readonly kind: NewsKind;
  /** Day and moment of the last commit of the day that touched it, in UTC, ISO. */
  readonly on: string;
  readonly at: string;
  readonly commit: string;
  readonly path: string;
  readonly type: TypeDefinition;
  /** Null for a document that is gone, which has the title that it had. */
  readonly entry: Entry | null;
  readonly title: string | null;
  /** It stood elsewhere before. */
  readonly moved: boolean;
  /** Null where there is nothing to compare it with, or it cannot be read. */
  readonly difference: Difference | null;
}

const DAYS = 90;
const MOST = 300;

type Seen = Pick<StandardContext, 'corpus' | 'git' | 'pastOf'>;

/**
 * What changed in the last days of a history, as the readers of `audience` may know it: of texts that were not for
 * them nothing is told, and of what is gone only what was for them. Null stands for authors, who see everything.
 */
export function newsOf(
  context: Seen,
  audience: string | null,
  { days = DAYS, most = MOST }: { readonly days?: number; readonly most?: number } = {},
): News {
  const { git } = context;
  const seen = openTo(audience, context);
  const isTold = ({ entry, last }: Candidate) => entry !== null || seen(last) !== null;
  const today = nameToday(context);
  const all = candidatesOf(context).sort(
    (a, b) => compareText(b.last.commit.at, a.last.commit.at) || compareText(a.path, b.path),
  );
  const { state, begins } = git;
  const to = all.find(isTold)?.last.commit.on;
  if (to === undefined) return { state, begins, from: null, to: null, items: [], left: 0 };
  const from = addDays(to, 1 - days);
  const told = all.filter((one) => one.last.commit.on >= from && isTold(one));
  return {
    ...{ state, begins, to },
    from: begins !== null && begins > from ? begins : from,
    ...firstOf(told, most, (one) => itemOf(one, seen, today)),
  };
}

/** The newest that tell a reader something, and how many older ones were not looked at: each costs two readings. */
function firstOf(
  told: readonly Candidate[],
  most: number,
  read: (one: Candidate) => NewsItem,
): Pick<News, 'items' | 'left'> {
  const items: NewsItem[] = [];
  let at = 0;
  for (; at < told.length && items.length < most; at++) {
    const item = read(told[at] as Candidate);
    const isSilent = item.difference !== null && !item.moved && isNothing(item.difference);
    if (!isSilent) items.push(item);
  }
  return { items, left: told.length - at };
}

/** What a day did to a document: its last text of that day, and the one that it had before; null for a new one. */
interface Candidate {
  readonly path: string;
  readonly entry: Entry | null;
  readonly last: Version;
  readonly before: Version | null;
  readonly moved: boolean;
}

function candidatesOf({ corpus, git }: Seen): Candidate[] {
  const histories = corpus.entries.map((entry) => ({ entry, versions: git.versions(entry.path) }));
  const cut = cutOff(
    git,
    histories.map(({ versions }) => versions),
  );
  const paths = new Set(corpus.entries.map(({ path }) => path));
  const gone = git.gone
    .filter(({ path }) => isDocumentPath(path) && !paths.has(path))
    .map((last) => ({ path: last.path, entry: null, last, before: null, moved: false }));
  return [
    ...histories.flatMap(({ entry, versions }) =>
      byDay(versions, entry).filter(
        ({ last, before }) => before !== null || !cut.has(last.commit.id),
      ),
    ),
    ...gone,
  ];
}

function byDay(versions: readonly Version[], entry: Entry): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < versions.length; ) {
    const last = versions[at] as Version;
    const { on } = last.commit;
    let next = at;
    while (versions[next]?.commit.on === on) next++;
    const moved = versions.slice(at, next).some(({ kind }) => kind === 'renamed');
    const before = versions[next] ?? null;
    // Taken away and back: on the first of the two days there is nothing to read, on the second it is new.
    if (last.kind !== 'deleted')
      found.push({
        ...{ path: entry.path, entry, last, moved },
        before: before?.kind === 'deleted' ? null : before,
      });
    at = next;
  }
  return found;
}

/** In a clone that was cut off, the commits at which it begins: what they seem to add was there before. */
function cutOff(git: GitWitness, histories: readonly (readonly Version[])[]): ReadonlySet<string> {
  if (git.state !== 'shallow') return new Set();
  const firsts = new Map(
    histories.flatMap((versions) => {
      const first = versions.at(-1);
      return first ? [[first.commit.id, first.commit] as const] : [];
    }),
  );
  const known = [...firsts.values()];
  const begins = known.filter((one) => !known.some((other) => git.precedes(other, one)));
  return new Set(begins.map(({ id }) => id));
}

/** Reads an earlier text for some readers; null for one that was not for them. */
function openTo(audience: string | null, { pastOf }: Seen): (version: Version) => Past | null {
  return (version) => {
    const past = pastOf(version);
    if (past === null || audience === null) return past;
    const groups = past.data['audience'];
    if (Array.isArray(groups)) return groups.includes(audience) ? past : null;
    // A record is for whoever may see what it is about: of one that is gone, nobody can tell.
    return version.path.endsWith('.yaml') && !('earlier' in version) ? past : null;
  };
}

function itemOf(
  { path, entry, last, before, moved }: Candidate,
  seen: (version: Version) => Past | null,
  today: NameToday,
): NewsItem {
  const { on, at, id } = last.commit;
  const type = entry?.type ?? typeOfPath(path);
  const said = { on, at, commit: id, path, type, entry, moved };
  const now = seen(last);
  if (entry === null) {
    const title = now?.data[type.titleField];
    return {
      ...said,
      kind: 'removed',
      difference: null,
      title: typeof title === 'string' ? title : null,
    };
  }
  const was = before && seen(before);
  const difference = was && now ? differenceOf(was, now, type.titleField, today) : null;
  return { ...said, title: null, difference, kind: kindOf(before, difference, moved) };
}

const typeOfPath = (path: string): TypeDefinition =>
  typeOfFolder(path.split('/')[0] ?? '') as TypeDefinition;

function kindOf(before: Version | null, difference: Difference | null, moved: boolean): NewsKind {
  if (before === null) return 'new';
  const to = difference?.status?.to;
  if (to === 'superseded') return 'superseded';
  if (to === 'retired' || to === 'deprecated') return 'retired';
  if (moved || difference?.titled) return 'renamed';
  return difference?.reviewed && isOnlyReviewed(difference) ? 'reviewed' : 'changed';
}
