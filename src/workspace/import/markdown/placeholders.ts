import { childrenOf, isPhrasing, type Node } from '../mdx/node.ts';
import { KNOWN, RUNS_ON } from './html-names.ts';

/** Schemes of addresses; any other in angle brackets, as `<host:port>`, stands for a value. */
const SCHEMES =
  /^<(?:https?|mailto|ftps?|sftp|tel|ssh|git|file|news|irc|xmpp|s3|jdbc|ldaps?|urn|data|javascript|vbscript|about):/i;

/** A `<` that begins no element of HTML but a word in angle brackets. */
export interface Placeholder {
  readonly offset: number;
  /** Whether it stands in a block of HTML, in which a backslash is a backslash. */
  readonly inHtml: boolean;
}

/** The placeholders of a text, in order. */
export function placeholdersOf(root: Node, text: string): Placeholder[] {
  const { runs, offsets } = collect(root, text);
  const last = lastClosings(runs.flatMap(({ tags }) => tags));
  for (const run of runs) {
    const closings = run.inline ? lastClosings(run.tags) : last;
    let foreign: string | null = null;
    for (const tag of run.tags) {
      if (foreign !== null) {
        if (tag.closes && tag.name === foreign) foreign = null;
        continue;
      }
      if (isPlaceholder(tag, closings)) offsets.set(tag.offset, tag.inHtml);
      else if ((tag.name === 'svg' || tag.name === 'math') && !tag.closes && !tag.ends)
        foreign = tag.name;
    }
  }
  return [...offsets]
    .map(([offset, inHtml]) => ({ offset, inHtml }))
    .sort((a, b) => a.offset - b.offset);
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  /** Whether it ends itself: `<br/>`. */
  readonly ends: boolean;
  readonly bare: boolean;
  readonly offset: number;
  readonly inHtml: boolean;
}

/** Tags that stand in one line of text, or between the blocks of one parent. */
interface Run {
  readonly inline: boolean;
  readonly tags: readonly Tag[];
}

function collect(root: Node, text: string): { runs: Run[]; offsets: Map<number, boolean> } {
  const runs: Run[] = [];
  const offsets = new Map<number, boolean>();
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const children = childrenOf(node);
    const html = children.filter(({ type }) => type === 'html');
    if (html.length > 0) {
      const inline = children.some(isPhrasing) || node.type === 'paragraph';
      runs.push({ inline, tags: html.flatMap((child) => tagsOf(child, text)) });
    }
    for (const child of children) {
      if (child.type === 'link' && isUnknownScheme(child, text))
        offsets.set(child.position?.start.offset ?? 0, false);
      if (child.children) open.push(child);
    }
  }
  return { runs, offsets };
}

const isUnknownScheme = (link: Node, text: string): boolean => {
  const start = link.position?.start.offset ?? 0;
  if (text[start] !== '<' || (link.url ?? '').startsWith('mailto:')) return false;
  return !SCHEMES.test(text.slice(start, start + 20));
};

/** Tags of one piece of HTML, without those in its comments. */
function tagsOf(node: Node, text: string): Tag[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const tags: Tag[] = [];
  for (let at = text.indexOf('<', start); at >= 0 && at < end; at = text.indexOf('<', at + 1)) {
    if (text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at + 4);
      if (close < 0 || close > end) break;
      at = close;
      continue;
    }
    const tag = tagAt(text, at, end);
    if (tag) tags.push({ ...tag, inHtml: at > start });
  }
  return tags;
}

const TAG = /<(\/?)([A-Za-z][^\s/>]{0,100})([^<>]{0,2000})(>?)/y;

function tagAt(text: string, offset: number, end: number): Omit<Tag, 'inHtml'> | null {
  TAG.lastIndex = offset;
  const match = TAG.exec(text);
  if (!match || offset >= end) return null;
  const rest = match[3] ?? '';
  return {
    name: (match[2] ?? '').toLowerCase(),
    closes: match[1] === '/',
    ends: rest.endsWith('/'),
    bare: rest.trim() === '',
    offset,
  };
}

function isPlaceholder(tag: Tag, closings: ReadonlyMap<string, number>): boolean {
  if (!KNOWN.has(tag.name)) return true;
  if (tag.closes || tag.ends || !tag.bare || RUNS_ON.has(tag.name)) return false;
  return (closings.get(tag.name) ?? -1) < tag.offset;
}

/** Where the last closing tag of each name stands. */
function lastClosings(tags: readonly Tag[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { name, closes, offset } of tags)
    if (closes) last.set(name, Math.max(offset, last.get(name) ?? 0));
  return last;
}
