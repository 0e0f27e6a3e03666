/** A file that a commit changed, as git tells it. */
export interface RawFile {
  readonly status: string;
  readonly was: string;
  readonly blob: string;
  readonly before: string;
  readonly path: string;
}

/** A commit of a log: the fields that were asked for, and the files that it changed. */
export interface LoggedCommit {
  readonly head: readonly string[];
  readonly files: readonly RawFile[];
}

/** What git says, among what it prints, of a merge of more than two branches: that it did not merge it again. */
const SKIPPED = /^diff: warning: Skipping remerge-diff [^\n]*\n/;

/**
 * Reads what `git log --raw -z` prints with a format of `fields` fields, the first of them `%H`, which NUL
 * keeps apart. That is the one byte that no message, name, address or path can hold, and fields are counted:
 * nothing that people write is taken for the next field. Throws where the log is not framed like that.
 */
export function readFramedLog(log: string, fields: number): LoggedCommit[] {
  const words = log.split('\0');
  const commits: LoggedCommit[] = [];
  for (let at = 0; at < words.length - 1; ) {
    const hash = (words[at] ?? '').replace(SKIPPED, '');
    if (!/^[0-9a-f]{40,64}$/.test(hash)) throw new Error('A commit has no hash.');
    const { files, next } = filesOf(words, at + fields);
    commits.push({ head: [hash, ...words.slice(at + 1, at + fields)], files });
    at = next;
  }
  return commits;
}

/** The entries from a word on: `:mode mode blob blob status NUL path [NUL new path]`. */
function filesOf(words: readonly string[], from: number): { files: RawFile[]; next: number } {
  const files: RawFile[] = [];
  for (let at = from; ; ) {
    // Before the first one git ends the line of the fields.
    const entry = (words[at] ?? '').replace(/^\n/, '');
    if (!entry.startsWith(':')) return { files, next: at };
    const [, , was = '', blob = '', status = ''] = entry.split(' ');
    const isRename = /^[RC]/.test(status);
    const before = words[at + 1] ?? '';
    const path = isRename ? (words[at + 2] ?? '') : before;
    files.push({ status: status[0] ?? '', was, blob, before, path });
    at += isRename ? 3 : 2;
  }
}
