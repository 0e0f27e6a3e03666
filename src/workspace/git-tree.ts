import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { gitArguments } from './git-arguments.ts';

/** Reads the SHA-256 of every file of a folder as a commit left it, by path; null where git cannot. */
export const treeReader =
  (folder: string) =>
  (commit: string): ReadonlyMap<string, string> | null => {
    const git = (args: readonly string[], input = '') =>
      execFileSync('git', gitArguments(folder, args), {
        input,
        stdio: ['pipe', 'pipe', 'ignore'],
        maxBuffer: 1 << 30,
      });
    try {
      const files = git(['ls-tree', '-r', '-z', commit])
        .toString()
        .split('\0')
        .flatMap((line) => {
          const [, blob, path] = /^\d+ blob (\S+)\t(.*)$/s.exec(line) ?? [];
          return blob === undefined || path === undefined ? [] : [{ blob, path }];
        });
      const blobs = [...new Set(files.map(({ blob }) => blob))];
      const digests = digestsOf(git(['cat-file', '--batch'], `${blobs.join('\n')}\n`));
      return new Map(files.map(({ blob, path }) => [path, digests.get(blob) ?? '']));
    } catch {
      return null;
    }
  };

/** Reads `name type size LF content LF`, as often as there are files. */
function digestsOf(batch: Buffer): Map<string, string> {
  const digests = new Map<string, string>();
  for (let at = 0; at < batch.length; ) {
    const end = batch.indexOf('\n', at);
    const [name = '', , size = ''] = batch.subarray(at, end).toString().split(' ');
    const content = batch.subarray(end + 1, end + 1 + Number(size));
    digests.set(name, createHash('sha256').update(content).digest('hex'));
    at = end + 2 + Number(size);
    if (size === '') throw new Error('git did not find every file');
  }
  return digests;
}
