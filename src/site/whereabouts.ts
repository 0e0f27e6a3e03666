import { basename, join } from 'node:path';
import { handbook } from './handbook.ts';

/** Where the documents lie, in the words of the guide. */
interface Whereabouts {
  /** Whether they are in `content/` of the program's own folder. */
  readonly isInProgram: boolean;
  /** The content folder as it is called in examples. */
  readonly folder: string;
}

/** Where the documents of this handbook lie. */
export function whereabouts(): Whereabouts {
  const { root } = handbook().workspace;
  const isInProgram = root === join(process.cwd(), 'content');
  return { isInProgram, folder: isInProgram ? 'content' : basename(root) };
}

/** Commands of git for what was written, as they are typed where the documents lie. */
export const gitWords = (...commands: readonly string[]): string =>
  commands
    .map((command) =>
      whereabouts().isInProgram ? command : command.replace('content .handbook', '.'),
    )
    .join('\n');

/** Where those are typed. */
export const whereToCommit = (): string =>
  whereabouts().isInProgram ? 'In the folder of the program' : 'In the repository of the documents';
