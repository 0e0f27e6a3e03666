import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ImportReport } from '../../src/cli/import/report.ts';
import { handbook, type Result, temporary, type World } from './run.ts';

/** Writes files below a folder, by path. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Every file below a folder with its bytes as text, hidden ones too. */
export const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  );

/** A small folder of documentation, all of it made up. */
export const smallDocs = {
  'README.md':
    '# Letter service\n\nSee [the queue](runbooks/queue-full.md) and ![a plan](img/plan.png).\n',
  'adr/0001-use-a-queue.md':
    '# 1. Use a queue\n\nDate: 2025-02-03\n\n## Status\n\nAccepted\n\n## Context\n\nLetters wait.\n\n## Decision\n\nWe use a queue.\n\n## Consequences\n\nSlower, safer.\n',
  'runbooks/queue-full.md':
    '# LetterQueueFull\n\n## Meaning\n\nThe queue holds more than 100 letters.\n\n## Impact\n\nLetters are late.\n\n## Diagnosis\n\n```sh\nletters --count\n```\n\n## Mitigation\n\nStart a second worker, as [decided](../adr/0001-use-a-queue.md#decision).\n',
  'img/plan.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** A temporary folder with the small documentation in `docs`. */
export function withDocs(files: Readonly<Record<string, string | Buffer>> = smallDocs): string {
  const cwd = temporary();
  writeFiles(join(cwd, 'docs'), files);
  return cwd;
}

/** Runs an import into `content` and reads its report. */
export async function imported(
  world: World,
  ...args: readonly string[]
): Promise<Result & { readonly report: ImportReport & { documents: Document[] } }> {
  const result = await handbook(
    ['import', ...(args.length === 0 ? ['docs'] : args), '--into', 'content', '--format', 'json'],
    world,
  );
  const report = result.stdout === '' ? null : JSON.parse(result.stdout);
  return { ...result, report };
}

export interface Document {
  readonly from: string;
  readonly path: string;
  readonly fate: string;
  readonly type: string;
  readonly difference: readonly unknown[];
  readonly links: readonly { readonly result: string }[];
}

/** What happens to each document, by where it comes from. */
export const fates = (report: {
  readonly documents: readonly Document[];
}): Record<string, string> =>
  Object.fromEntries(report.documents.map(({ from, fate }) => [from, fate]));
