import type { SourceDocument } from '../../../../src/domain/import/model.ts';
import { mdxOf } from '../../../../src/workspace/import/mdx/mdx-of.ts';
import { noFacts } from '../../../../src/workspace/import/sources/facts.ts';
import { readSource } from '../../../../src/workspace/import/sources/read.ts';
import type { Source } from '../../../../src/workspace/import/sources/source.ts';
import { surveySource } from '../../../../src/workspace/import/sources/survey.ts';

export interface ReadOne {
  readonly document: SourceDocument | null;
  readonly text: string;
}

/** Reads one of the files of a source that stands in memory. */
export async function readOne(
  files: Readonly<Record<string, string | Uint8Array>>,
  path: string,
): Promise<ReadOne> {
  const source: Source = {
    name: 'memory',
    kind: 'folder',
    files: Object.entries(files).map(([name, content]) => ({
      path: name,
      size: content.length,
      read: async () => Buffer.from(content),
    })),
    problems: [],
    facts: noFacts,
    close: () => {},
  };
  const file = source.files.find((one) => one.path === path);
  if (!file) throw new Error(`There is no ${path}`);
  const document = await readSource(source, file, await surveySource(source));
  return { document, text: document ? mdxOf(document.tree) : '' };
}
