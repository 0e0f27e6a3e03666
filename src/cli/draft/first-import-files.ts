import { engagement } from '../../domain/documents/engagement.ts';
import { composeFile } from '../../workspace/compose.ts';

/**
 * The files that a handbook begun by an import starts with, by path: one group of readers, and a mark that
 * lets the facts of the engagement wait.
 */
export const firstImportFiles = (title: string, today: string): ReadonlyMap<string, string> =>
  new Map([
    [
      'engagement.yaml',
      composeFile(engagement, {
        title: title.slice(0, 120),
        audiences: [everyone],
        imported: { on: today, audience: everyone.name },
      }),
    ],
  ]);

const everyone = { name: 'everyone', description: 'Everybody who may read this handbook.' };
