import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { addressOf } from '../domain/graph/addresses.ts';
import type { LocatedProblem } from '../domain/problems/problem.ts';
import { assetAddress } from './assets.ts';
import { handbook } from './handbook.ts';
import { renderBody } from './render/body.ts';

/** The HTML of the body of a document by its id; empty for records and for text that does not parse. */
export async function bodyOf(id: string): Promise<string> {
  const { corpus, workspace, problems } = handbook();
  const entry = corpus.byId.get(id);
  const source = entry && workspace.texts.get(entry.path);
  if (!entry?.outline || source === undefined) return '';
  const { path, outline } = entry;
  const broken = problems.some(
    (problem) => problem.path === path && problem.ruleId === 'mdx-syntax',
  );
  if (broken) return '';
  return renderBody(source, {
    path,
    outline,
    addressOfFile: (file) => {
      const document = corpus.byId.get(file.replace(/\.(mdx|yaml)$/, ''));
      if (document) return addressOf(document);
      return corpus.assets.has(file) ? assetAddress(file) : null;
    },
    sizeOf: (file) => sizeOf(join(workspace.root, file)),
  });
}

/** Width and height of an image, so that the page does not jump while it loads; null where it has none. */
function sizeOf(file: string): { width: number; height: number } | null {
  try {
    const { width, height } = imageSize(readFileSync(file));
    return { width, height };
  } catch {
    return null;
  }
}

/** What the check says of a document, errors first. */
export function problemsOf(id: string): readonly LocatedProblem[] {
  const { corpus, problems } = handbook();
  const path = corpus.byId.get(id)?.path;
  return problems
    .filter((problem) => problem.path === path)
    .sort((a, b) => a.severity.localeCompare(b.severity));
}
