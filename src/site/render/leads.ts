import { type ElementNode, type HtmlNode, h, isElement, textOf } from './hast.ts';

/**
 * A body in which "step 3" and "part B" are links where they lead on: in a branch, and in the last
 * column of a table. A step is one of the list around the branch, else of the next list.
 */
export function withLeads(nodes: readonly HtmlNode[]): HtmlNode[] {
  const map: BodyMap = { parts: new Map(), lists: [], listOf: new Map() };
  survey(nodes, { map, part: null, around: null });
  return nodes.map((node) => led(node, { map, around: null, leads: false }));
}

type List = ReadonlyMap<string, string>;

interface BodyMap {
  /** The heading of a part, `A: ...`, and its first numbered list. */
  readonly parts: Map<string, { readonly id: string; list: List | null }>;
  readonly lists: List[];
  /** The list that a node leads into. */
  readonly listOf: Map<HtmlNode, { readonly around: List | null; readonly next: number }>;
}

interface Survey {
  readonly map: BodyMap;
  part: string | null;
  readonly around: List | null;
}

function survey(nodes: readonly HtmlNode[], at: Survey): void {
  for (const node of nodes) {
    if (node.type === 'text') continue;
    const heading = /^h[1-6]$/.test(node.tagName) ? String(node.properties['id'] ?? '') : '';
    if (heading !== '') passHeading(node, heading, at);
    at.map.listOf.set(node, { around: at.around, next: at.map.lists.length });
    const list = isElement(node, 'ol') && at.around === null ? stepsOf(node) : null;
    if (list !== null) addList(list, at);
    const inner: Survey = { map: at.map, part: at.part, around: list ?? at.around };
    survey(node.children, inner);
    at.part = inner.part;
  }
}

function passHeading(node: ElementNode, id: string, at: Survey): void {
  const part = /^(?:Part )?([A-Z])\b[:.)]/.exec(textOf(node).trim())?.[1] ?? null;
  at.part = part;
  if (part !== null && !at.map.parts.has(part)) at.map.parts.set(part, { id, list: null });
}

function addList(list: List, { map, part }: Survey): void {
  map.lists.push(list);
  const known = part === null ? undefined : map.parts.get(part);
  if (known && known.list === null) known.list = list;
}

function stepsOf(list: ElementNode): List {
  const items = list.children.filter((child): child is ElementNode => isElement(child, 'li'));
  return new Map(
    items.flatMap(({ properties: { id } }) => {
      const number = typeof id === 'string' ? /-(\d+)$/.exec(id)?.[1] : undefined;
      return number === undefined ? [] : [[number, String(id)] as const];
    }),
  );
}

interface Reading {
  readonly map: BodyMap;
  readonly around: List | null;
  /** Whether the words lead on. */
  readonly leads: boolean;
}

function led(node: HtmlNode, at: Reading): HtmlNode {
  if (node.type === 'text') return node;
  const place = at.map.listOf.get(node);
  const around = place ? (place.around ?? at.map.lists[place.next] ?? null) : at.around;
  const leads = at.leads || isThen(node);
  if (isElement(node, 'a', 'code', 'pre', 'figcaption')) return node;
  if (isElement(node, 'tr')) return { ...node, children: lastCell(node, { ...at, around }) };
  const inner: Reading = { map: at.map, around, leads };
  return {
    ...node,
    children: node.children.flatMap((child) =>
      child.type === 'text' && leads ? linked(child.value, inner) : [led(child, inner)],
    ),
  };
}

const isThen = ({ properties }: ElementNode): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes('branch-then');

function lastCell(row: ElementNode, at: Reading): HtmlNode[] {
  const last = row.children.findLastIndex((child) => isElement(child, 'td'));
  return row.children.map((child, index) =>
    led(child, { ...at, leads: index === last && last > 0 }),
  );
}

const WAY = /\b(?:part ([A-Z])\b(?:, (?:from )?step (\d{1,2})\b)?|step (\d{1,2})\b)/gi;

function linked(words: string, { map, around }: Reading): HtmlNode[] {
  const out: HtmlNode[] = [];
  let done = 0;
  for (const match of words.matchAll(WAY)) {
    const target = targetOf(match, map, around);
    if (target === null) continue;
    out.push({ type: 'text', value: words.slice(done, match.index) });
    out.push(h('a', { href: `#${target}` }, [match[0]]));
    done = match.index + match[0].length;
  }
  out.push({ type: 'text', value: words.slice(done) });
  return out.filter((node) => node.type !== 'text' || node.value !== '');
}

function targetOf(match: RegExpMatchArray, map: BodyMap, around: List | null): string | null {
  const [, letter, stepOfPart, step] = match;
  if (step !== undefined) return around?.get(step) ?? null;
  const part = map.parts.get((letter ?? '').toUpperCase());
  if (part === undefined) return null;
  return (stepOfPart === undefined ? null : part.list?.get(stepOfPart)) ?? part.id;
}
