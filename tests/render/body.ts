import { outlineOf } from '../../src/domain/body/outline.ts';
import { renderBody } from '../../src/site/render/body.ts';
import { parseMdx } from '../../src/workspace/mdx.ts';

/** A body as the page shows it. */
export async function html(source: string, prefix = 'body'): Promise<string> {
  const path = 'glossary/a.mdx';
  const { tree, problems } = parseMdx(source, path);
  if (tree === null) throw new Error(problems[0]?.message);
  return renderBody(source, {
    path,
    outline: outlineOf(tree),
    addressOfFile: () => null,
    sizeOf: () => null,
    prefix,
  });
}
