import type { MdastNode } from 'satteri';
import { componentNamed } from '../components/catalogue.ts';
import { childrenOf, isJsx, type JsxNode } from '../components/nodes.ts';

/** Words of a document that a person reads, as they stand in its source; what is no prose is spaces. */
export interface Passage {
  /** As long as the part of the source that it covers, so that a place in it is a place in the file. */
  readonly text: string;
  /** Where it begins in the source. */
  readonly offset: number;
  /** A sentence or several; a title or a cell of a table need not be one. */
  readonly isRunning: boolean;
}

/** Stands for code, a picture or a drawing inside a sentence: something is there, and it is no word. */
const THING = '\uFFFC';

/** The prose of a parsed body; `source` is the text that the tree was made from. */
export function passagesOf(root: MdastNode, source: string): Passage[] {
  const passages: Passage[] = [];
  collect(root, source, passages);
  return passages;
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'text']);

function collect(node: MdastNode, source: string, passages: Passage[]): void {
  if (isJsx(node)) passages.push(...attributesOf(node, source));
  if (!BLOCKS.has(node.type)) {
    for (const child of childrenOf(node)) collect(child, source, passages);
    return;
  }
  const range = rangeOf(node);
  if (range === null) return;
  const page: string[] = Array.from({ length: range.end - range.start }, () => ' ');
  const put = (start: number, text: string) => {
    for (let index = 0; index < text.length; index++)
      page[start - range.start + index] = text[index] ?? ' ';
  };
  write(node, source, put, passages);
  passages.push({
    text: page.join(''),
    offset: range.start,
    isRunning: node.type === 'paragraph' || node.type === 'text',
  });
}

type Put = (start: number, text: string) => void;

function write(node: MdastNode, source: string, put: Put, passages: Passage[]): void {
  const range = rangeOf(node);
  if (range === null) return;
  if (node.type === 'text') put(range.start, asRead(source.slice(range.start, range.end)));
  else if (node.type === 'break') put(range.start, '\n');
  else if (THINGS.has(node.type) || isAddress(node)) put(range.start, THING);
  else {
    if (isJsx(node)) passages.push(...attributesOf(node, source));
    for (const child of childrenOf(node)) write(child, source, put, passages);
  }
}

const THINGS: ReadonlySet<string> = new Set([
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'mdxTextExpression',
]);

/** A link that shows where it leads. */
const isAddress = (node: MdastNode): boolean =>
  node.type === 'link' &&
  childrenOf(node).every((child) => child.type === 'text' && node.url.endsWith(child.value));

/** Text as it is read, of the same length: marks of quotes at the beginning of lines, escapes and entities are gone. */
const asRead = (text: string): string =>
  text
    .replaceAll(/\n[ \t>]*/g, (line) => `\n${' '.repeat(line.length - 1)}`)
    .replaceAll(/&(?:#\w+|\w+);/g, (entity) => THING.padEnd(entity.length))
    .replaceAll(/\\(?=[!-/:-@[-`{-~])/g, ' ');

/** The words of a component that stand in its attributes; one of a closed list is no prose. */
function attributesOf(node: JsxNode, source: string): Passage[] {
  const range = rangeOf(node);
  const known = componentNamed(node.name ?? '')?.attributes ?? [];
  if (range === null || known.length === 0) return [];
  const inside = rangeOf(childrenOf(node)[0]);
  const tag = source.slice(range.start, inside?.start ?? range.end);
  return known.flatMap(({ name, values }) => {
    const found = values ? null : new RegExp(`\\s${name}=(["'])([^]*?)\\1`).exec(tag);
    const [whole = '', , value] = found ?? [];
    if (!found || value === undefined) return [];
    const text = withoutCode(asRead(value));
    return [
      {
        text,
        offset: range.start + found.index + whole.length - value.length - 1,
        isRunning: false,
      },
    ];
  });
}

/** Text with what stands between backticks taken out. */
export const withoutCode = (text: string): string =>
  text.replaceAll(/`[^`]*`/g, (code) => THING.padEnd(code.length));

function rangeOf(node: MdastNode | undefined): { start: number; end: number } | null {
  const start = node?.position?.start.offset;
  const end = node?.position?.end.offset;
  return start === undefined || end === undefined ? null : { start, end };
}
