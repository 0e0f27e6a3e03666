import type { Root } from 'mdast';
import type { Listed, SourceDocument } from '../../../domain/import/model.ts';
import { anyHidden, isMisleading, isWritten, nameOfHidden } from '../../hidden-kinds.ts';
import type { Node } from '../mdx/node.ts';
import type { Reading } from './reader.ts';

/** What was left out so far: how often each character, and from which code. */
interface Found {
  readonly counts: Map<string, { count: number; line: number | null }>;
  readonly codes: Listed[];
}

/**
 * A document without the characters that show nothing and are no part of how its words are written; each kind
 * is listed once. Code keeps its bytes but for what would make it look like other code.
 */
export function withoutHidden<T extends Pick<Reading, 'frontmatter' | 'title' | 'tree' | 'listed'>>(
  reading: T,
): T {
  const found: Found = { counts: new Map(), codes: [] };
  const frontmatter = cleanValue(reading.frontmatter, found) as SourceDocument['frontmatter'];
  const title = reading.title === null ? null : cleaned(reading.title, null, found);
  cleanTree(reading.tree, found);
  const kinds = [...found.counts].map(([character, { count, line }]) => ({
    line,
    kind: 'hidden character',
    text: nameOfHidden(character),
    became: `Left out${count === 1 ? '' : ` in ${count} places`}: it shows nothing.`,
  }));
  if (kinds.length === 0) return reading;
  return { ...reading, frontmatter, title, listed: [...reading.listed, ...kinds, ...found.codes] };
}

/** Enough text on each side of a character to see what it belongs to. */
const AROUND = 16;

function cleaned(text: string, line: number | null, { counts }: Found): string {
  if (!anyHidden.test(text)) return text;
  return text.replaceAll(new RegExp(anyHidden, 'gv'), (character, at: number) => {
    const before = text.slice(Math.max(0, at - AROUND), at);
    const end = at + character.length;
    if (isWritten(character, before, text.slice(end, end + AROUND))) return character;
    const known = counts.get(character) ?? { count: 0, line };
    counts.set(character, { ...known, count: known.count + 1 });
    return SPACES.test(character) ? ' ' : '';
  });
}

/** These part words where they stand. */
const SPACES = /^[\v\f\r\u0085\u2028\u2029]$/;

function cleanTree(tree: Root, found: Found): void {
  const open = [tree as unknown as Node];
  for (let node = open.pop(); node; node = open.pop()) {
    cleanNode(node, node.position?.start.line ?? null, found);
    for (const child of (node.children ?? []).toReversed()) open.push(child);
  }
}

function cleanNode(node: Node, line: number | null, found: Found): void {
  if (node.type === 'code') cleanCode(node, line, found);
  else if (node.value !== undefined && node.value !== null)
    node.value = cleaned(node.value, line, found);
  if (node.url !== undefined && anyHidden.test(node.url)) node.url = address(node.url, line, found);
  const words = node as { alt?: string | null; title?: string | null };
  if (words.alt) words.alt = cleaned(words.alt, line, found);
  if (words.title) words.title = cleaned(words.title, line, found);
  for (const attribute of node.attributes ?? [])
    if (typeof attribute.value === 'string')
      attribute.value = cleaned(attribute.value, line, found);
}

/** A file may have such a character in its name: inside the source the address keeps it, encoded. */
function address(url: string, line: number | null, found: Found): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return cleaned(url, line, found);
  return url.replaceAll(new RegExp(anyHidden, 'gv'), (character) => encodeURIComponent(character));
}

function cleanCode(node: Node, line: number | null, { counts, codes }: Found): void {
  const before = node.value ?? '';
  if (!anyHidden.test(before)) return;
  const value = before.replaceAll(new RegExp(anyHidden, 'gv'), (character) => {
    if (!isMisleading(character)) return character;
    const known = counts.get(character) ?? { count: 0, line };
    counts.set(character, { ...known, count: known.count + 1 });
    return '';
  });
  if (value === before) return;
  node.value = value;
  const became = 'Shown without the hidden characters that made it look like other code.';
  codes.push({ line, kind: 'code', text: before, became });
}

/** The texts of a value and of all that it holds, keys included. */
function cleanValue(value: unknown, found: Found): unknown {
  if (typeof value === 'string') return cleaned(value, 1, found);
  if (Array.isArray(value)) return value.map((one) => cleanValue(one, found));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [cleaned(key, 1, found), cleanValue(one, found)]),
  );
}
