import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import { type MdastNode, mdxToHast } from 'satteri';
import { parse as parseYaml } from 'yaml';
import { outlineOf } from '../../src/domain/body/outline.ts';
import { renderBody } from '../../src/site/render/body.ts';
import { features, parseMdx } from '../../src/workspace/mdx.ts';
import { anchorOf, lettersOf, nothingSpoken, type Spoken } from './spoken.ts';

/** A document that the import wrote. */
export interface Written {
  readonly path: string;
  /** Where it came from, as its frontmatter says. */
  readonly from: string;
  readonly type: string;
  /** All its letters, fields included, in order. */
  readonly letters: string;
  readonly spoken: Spoken;
  /** Why it cannot be shown, or null. */
  readonly failure: string | null;
}

/** Reads what an import wrote into a content folder, each document through the site's own renderer. */
export async function readWritten(content: string): Promise<Written[]> {
  const paths = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter(
    // What stands in a folder with a dot is the importer's own memory.
    (path) => path.endsWith('.mdx') && !path.startsWith('.'),
  );
  const all: Written[] = [];
  for (const path of paths.toSorted()) {
    const text = readFileSync(join(content, path), 'utf8');
    const one = await written(path.replaceAll('\\', '/'), text);
    if (one) all.push(one);
  }
  return all;
}

async function written(path: string, text: string): Promise<Written | null> {
  const head = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';
  const data = parseYaml(head) as { imported?: { from?: string } };
  if (data?.imported?.from === undefined) return null;
  const { tree, problems } = parseMdx(text, path);
  const errors = problems.map(({ message }) => message);
  const spoken = spokenOf(tree);
  const letters = lettersOf(
    [head, ...spoken.texts, ...spoken.codes, ...spoken.images.map(({ words }) => words)].join(' '),
  );
  const failure = errors[0] ?? (await failureOfPage(text, path, tree));
  const type = path.split('/')[0] ?? '';
  return { path, from: data.imported.from, type, letters, spoken, failure };
}

async function failureOfPage(text: string, path: string, tree: MdastNode | null) {
  if (tree === null) return 'It has no tree.';
  try {
    mdxToHast(text, { features });
    const none = () => null;
    const html = await renderBody(text, {
      path,
      outline: outlineOf(tree),
      addressOfFile: none,
      sizeOf: none,
    });
    const isEmpty = 'children' in tree && tree.children.every(({ type }) => type === 'yaml');
    return html.length > 0 || isEmpty ? null : 'Its page is empty.';
  } catch (error) {
    return String(error).slice(0, 300);
  }
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly alt?: string | null;
  readonly attributes?: readonly { name?: string; value?: unknown }[];
  readonly children?: readonly Node[];
}

function spokenOf(root: MdastNode | null): Spoken {
  const spoken = nothingSpoken();
  const walk = (node: Node): void => {
    const value = node.value ?? '';
    for (const { value: said } of node.attributes ?? []) {
      if (typeof said === 'string') spoken.texts.push(said);
    }
    if (node.type === 'text' || node.type === 'inlineCode') spoken.texts.push(value);
    if (node.type === 'code') spoken.codes.push(value);
    if (node.type === 'heading') spoken.anchors.add(anchorOf(textOf(node as never)));
    const words = node.alt ?? textOf(node as never);
    if (node.type === 'link') spoken.links.push({ words, target: node.url ?? '' });
    if (node.type === 'image') spoken.images.push({ words, target: node.url ?? '' });
    for (const child of node.children ?? []) walk(child);
  };
  if (root) walk(root as Node);
  return spoken;
}
