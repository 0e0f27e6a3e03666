import type { MdastNode } from 'satteri';
import { visit } from 'unist-util-visit';
import { parseMdx } from '../mdx.ts';
import type { Edit } from './edit.ts';

/** An edit of the address of a link, picture or definition; `start` is null where it is not found in the text. */
export interface LinkEdit {
  readonly was: string;
  readonly now: string;
  readonly line: number;
  readonly edit: Edit | null;
}

/** The addresses in the body of the document at `path` that `rewrite` changes. */
export function linkEdits(
  text: string,
  path: string,
  rewrite: (url: string) => string,
): LinkEdit[] {
  const { tree } = parseMdx(text, path);
  const edits: LinkEdit[] = [];
  if (tree === null) return edits;
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const now = rewrite(node.url);
    if (now === node.url) return;
    const place = destinationOf(text, node);
    const line = node.position?.start.line ?? 1;
    edits.push({
      was: node.url,
      now,
      line,
      edit: place && { ...place, text: written(now, place) },
    });
  });
  return edits;
}

interface Destination {
  readonly start: number;
  readonly end: number;
  readonly isAngled: boolean;
}

const written = (url: string, { isAngled }: Destination): string =>
  isAngled || /[\s()<>]/.test(url) ? `<${url}>` : url;

/** Where the address of a link stands in the text; null where it is written in a way that is not known here. */
function destinationOf(
  text: string,
  node: Extract<MdastNode, { type: 'link' | 'image' | 'definition' }>,
): Destination | null {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return null;
  const source = text.slice(start.offset, end.offset);
  const isDefinition = node.type === 'definition';
  for (const opening of source.matchAll(isDefinition ? /\]:[\s>]*/g : /\]\(\s*/g)) {
    const at = opening.index + opening[0].length;
    const [raw = ''] = ADDRESS.exec(source.slice(at)) ?? [];
    const isAngled = raw.startsWith('<');
    if (unescaped(isAngled ? raw.slice(1, -1) : raw) !== node.url) continue;
    if (!isDefinition && !AFTER.test(source.slice(at + raw.length))) continue;
    const from = start.offset + at;
    return { start: from, end: from + raw.length, isAngled };
  }
  return null;
}

/** An address in angle brackets, or one without spaces, its brackets in pairs. */
const ADDRESS = /^(?:<(?:\\.|[^<>\\\n])*>|(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))+)/;

/** What may stand between an address and the end of its link: a title. */
const AFTER = /^(?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)$/;

const unescaped = (raw: string): string => raw.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
