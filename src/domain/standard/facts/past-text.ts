import type { Entry } from '../../graph/corpus.ts';
import type { StandardContext } from '../rule.ts';
import type { Commit, Version } from '../witness.ts';

/** A document as a commit left it. */
export interface PastText {
  readonly commit: Commit;
  readonly text: string;
}

/** Fields that say what was done with a text; none of them is text. */
const STAMPS =
  /^(reviewed_on|reviewed_by|reviewed_hash|review_note|review_every_days|watch|watch_seen|aliases):/;

/** The value of a field at the top level of a document's frontmatter, without quotes; null where it is absent. */
export function pastField(text: string, name: string): string | null {
  const line = frontmatterOf(text).find((one) => one.startsWith(`${name}:`));
  const value = line
    ?.slice(name.length + 1)
    .replace(/\s+#.*$/, '')
    .trim()
    .replaceAll(/^['"]|['"]$/g, '');
  return value === undefined || value === '' ? null : value;
}

/** A text without its stamps, with all white space alike: what a reader would see change. */
export function withoutStamps(text: string): string {
  const fields: string[] = [];
  let isStamp = false;
  for (const line of frontmatterOf(text)) {
    if (/^\S/.test(line) && !line.startsWith('- ')) isStamp = STAMPS.test(line);
    if (!isStamp) fields.push(line);
  }
  return `${fields.join('\n')} ${bodyOf(text)}`.replaceAll(/\s+/g, ' ').trim();
}

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---(\r?\n|$)/;

const frontmatterOf = (text: string): string[] =>
  (FRONTMATTER.exec(text)?.[1] ?? '').split(/\r?\n/);

const bodyOf = (text: string): string => text.replace(FRONTMATTER, '');

/** The commit from which on a document has had its status; null where it was never committed with it. */
export function statusSince(entry: Entry, { git }: Pick<StandardContext, 'git'>): Commit | null {
  const versions = git.versions(entry.path);
  const status = String(entry.data['status']);
  let since: Commit | null = null;
  for (const version of versions) {
    if (versions.length > 1 && pastField(git.textOf(version) ?? '', 'status') !== status) break;
    since = version.commit;
  }
  return since;
}

/** A document as it was before a commit; null where it was not there yet. */
export const textBefore = (
  path: string,
  commit: Commit,
  { git }: Pick<StandardContext, 'git'>,
): PastText | null =>
  readable(
    git.versions(path).find((one) => git.precedes(one.commit, commit)),
    git,
  );

function readable(version: Version | undefined, git: StandardContext['git']): PastText | null {
  const text = version === undefined ? null : git.textOf(version);
  return version === undefined || text === null ? null : { commit: version.commit, text };
}

/** The commit that the block `watch` of a document names; null where there is none. */
const pastWatch = (text: string): string | null =>
  /^watch:\s*\n(?:[ \t].*\n)*?[ \t]+commit:\s*['"]?([0-9a-f]+)/m.exec(
    `${frontmatterOf(text).join('\n')}\n`,
  )?.[1] ?? null;

/** The newest version of a document that watched another commit than now; null where none did. */
export function beforeWatching(
  entry: Entry,
  commit: string,
  { git }: Pick<StandardContext, 'git'>,
): PastText | null {
  for (const version of git.versions(entry.path)) {
    const past = readable(version, git);
    const watched = past === null ? null : pastWatch(past.text);
    if (past !== null && watched !== null && watched !== commit) return past;
  }
  return null;
}
