import { execFileSync } from 'node:child_process';
import { gitArguments, gitEnvironment } from './git-arguments.ts';
import { batch, contentsOf } from './git-blobs.ts';
import { sha256 } from './sha256.ts';

/** Reads the SHA-256 of every file of a folder as a commit left it, by path; null where git cannot. */
export const treeReader =
  (folder: string) =>
  (commit: string): ReadonlyMap<string, string> | null => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', gitArguments(folder, args), {
        env: gitEnvironment(),
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 1 << 30,
      });
    try {
      const files = git('ls-tree', '-r', '-z', commit)
        .toString()
        .split('\0')
        .flatMap((line) => {
          const [, blob, path] = /^\d+ blob (\S+)\t(.*)$/s.exec(line) ?? [];
          return blob === undefined || path === undefined ? [] : [{ blob, path }];
        });
      const blobs = [...new Set(files.map(({ blob }) => blob))];
      const digests = new Map(
        [...contentsOf(batch(folder, blobs))].map(
          ([blob, content]) => [blob, sha256(content)] as const,
        ),
      );
      // A clone may have left some out.
      if (digests.size < blobs.length) return null;
      return new Map(files.map(({ blob, path }) => [path, digests.get(blob) ?? '']));
    } catch {
      return null;
    }
  };
