import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { anchorOf, nothingSpoken, type Spoken } from './spoken.ts';
import { spokenHtml } from './spoken-html.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly alt?: string | null;
  readonly identifier?: string;
  readonly children?: readonly Node[];
}

/** What a Markdown file says, by micromark; the importer reads with another parser. */
export function spokenMarkdown(text: string, isMdx = false): Spoken {
  const spoken = nothingSpoken();
  const body = withoutHead(text);
  const root = fromMarkdown(body, {
    extensions: [gfm(), ...(isMdx ? [withoutIndentedCode] : [])],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const addresses = new Map<string, string>();
  visit(root as Node, (node) => {
    if (node.type === 'definition') addresses.set(node.identifier ?? '', node.url ?? '');
  });
  const target = (node: Node) => node.url ?? addresses.get(node.identifier ?? '') ?? '';
  visit(root as Node, (node) => {
    const value = node.value ?? '';
    if (node.type === 'text' || node.type === 'inlineCode') spoken.texts.push(value);
    else if (node.type === 'code') spoken.codes.push(value);
    else if (node.type === 'html') gatherHtml(value, spoken);
    else if (node.type.startsWith('image')) {
      spoken.images.push({ words: node.alt ?? '', target: target(node) });
    } else if (node.type.startsWith('link')) {
      spoken.links.push({ words: textOf(node), target: target(node) });
    } else if (node.type === 'heading') spoken.anchors.add(anchorOf(textOf(node)));
  });
  for (const [, id] of body.matchAll(
    /\{[^{}\n]{0,100}?#([\w-]{1,200})[^{}\n]{0,100}\}|\^([\w-]{1,60})$/gm,
  )) {
    if (id !== undefined) spoken.anchors.add(anchorOf(id));
  }
  return spoken;
}

/** In MDX indented text is no code. */
const withoutIndentedCode = { disable: { null: ['codeIndented'] } };

/** The text below its frontmatter. */
function withoutHead(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const mark = /^(---|\+\+\+)[ \t]*\n/.exec(plain)?.[1];
  if (mark === undefined) return plain;
  const end = plain.indexOf(`\n${mark}`, 3);
  return end === -1 ? plain : plain.slice(plain.indexOf('\n', end + 1) + 1 || plain.length);
}

function visit(node: Node, look: (node: Node) => void): void {
  look(node);
  for (const child of node.children ?? []) visit(child, look);
}

function gatherHtml(value: string, spoken: ReturnType<typeof nothingSpoken>): void {
  const inner = spokenHtml(value, true);
  spoken.texts.push(...inner.texts);
  spoken.codes.push(...inner.codes);
  spoken.links.push(...inner.links);
  spoken.images.push(...inner.images);
  for (const anchor of inner.anchors) spoken.anchors.add(anchor);
}
