import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { addressOf } from '../domain/graph/addresses.ts';
import { assetAddress } from './assets.ts';
import { handbook } from './handbook.ts';
import { renderBody } from './render/body.ts';

/** The HTML of the body of the document at `path` in the content folder; empty for records. */
export async function bodyOf(path: string): Promise<string> {
  const { corpus, workspace } = handbook();
  const entry = corpus.byId.get(path.replace(/\.[^.]+$/, ''));
  const source = workspace.texts.get(path);
  if (!entry?.outline || source === undefined) return '';
  return renderBody(source, {
    path,
    outline: entry.outline,
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
