import { addressOf } from '../../src/domain/graph/addresses.ts';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { assetAddress } from '../../src/site/assets.ts';
import { renderBody } from '../../src/site/render/body.ts';
import type { Workspace } from '../../src/workspace/read-corpus.ts';

/** The HTML of a document's body as the site makes it; null for a record and for text that does not parse. */
export async function renderEntry(
  { corpus, texts }: Workspace,
  entry: Entry,
): Promise<string | null> {
  const source = texts.get(entry.path);
  if (!entry.outline || source === undefined) return null;
  return renderBody(source, {
    path: entry.path,
    outline: entry.outline,
    addressOfFile: (file) => {
      const document = corpus.byId.get(file.replace(/\.(mdx|yaml)$/, ''));
      if (document) return addressOf(document);
      return corpus.assets.has(file) ? assetAddress(file) : null;
    },
    sizeOf: () => null,
  });
}
