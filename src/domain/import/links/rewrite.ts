import { decode } from '../../body/target.ts';
import type { Listed } from '../model.ts';
import { type Decision, decide, type Place } from './decide.ts';
import type { LinkOutcome } from './model.ts';
import { code, lineOf, link, type Node, nodesIn, text, wordsOf } from './nodes.ts';
import { baseOf } from './paths.ts';

/** A tree with its addresses as they lead in the handbook, and what became of each. */
export interface Rewritten {
  readonly tree: Node;
  readonly outcomes: readonly LinkOutcome[];
  readonly listed: readonly Listed[];
}

/** Writes every address of a tree anew; anchors by hand are taken out, as headings are the anchors of a page. */
export function rewrite(tree: Node, place: Place): Rewritten {
  const state: State = { place, definitions: definitionsIn(tree), outcomes: [], listed: [] };
  const used = new Set<string>();
  for (const { type, identifier } of nodesIn(tree))
    if (/Reference$/.test(type) && identifier !== undefined) used.add(identifier);
  const children = childrenOf(tree, { ...state, used }, OPEN);
  return { tree: { ...tree, children }, outcomes: state.outcomes, listed: state.listed };
}

interface State {
  readonly place: Place;
  readonly definitions: ReadonlyMap<string, Node>;
  readonly used?: ReadonlySet<string>;
  readonly outcomes: LinkOutcome[];
  readonly listed: Listed[];
}

/** What surrounds a node: a heading keeps its words, as its anchor is made of them; a link holds no other. */
interface Around {
  /** The line of the nearest node that has one. */
  readonly line: number | null;
  readonly heading: boolean;
  readonly link: boolean;
}

const OPEN: Around = { line: null, heading: false, link: false };

function definitionsIn(tree: Node): Map<string, Node> {
  const all = new Map<string, Node>();
  for (const node of nodesIn(tree))
    if (node.type === 'definition' && node.identifier !== undefined && !all.has(node.identifier))
      all.set(node.identifier, node);
  return all;
}

const childrenOf = (node: Node, state: State, around: Around): Node[] =>
  (node.children ?? []).flatMap((child) =>
    rewritten(child, state, { ...around, line: lineOf(child) ?? around.line }),
  );

function rewritten(node: Node, state: State, around: Around): Node[] {
  switch (node.type) {
    case 'anchor':
      return [];
    case 'link':
      return linkNode(node, state, around);
    case 'image':
      return imageNode(node, state, around);
    case 'linkReference':
    case 'imageReference':
      return reference(node, state, around);
    case 'definition':
      return definition(node, state, around);
    default:
      return node.children === undefined ? [node] : parent(node, state, around);
  }
}

function parent(node: Node, state: State, around: Around): Node[] {
  const inside = node.type === 'heading' ? { ...around, heading: true } : around;
  const children = childrenOf(node, state, inside);
  const isLeft =
    node.type === 'paragraph' && children.every(isBlank) && !node.children?.every(isBlank);
  return isLeft ? [] : [{ ...node, children }];
}

const isBlank = ({ type, value }: Node): boolean => type === 'text' && value?.trim() === '';

/** A reference as the link or image that it is: what it leads to may not be a link any more. */
function reference(node: Node, state: State, around: Around): Node[] {
  const found = state.definitions.get(node.identifier ?? '');
  if (found?.url === undefined) return [text(node.alt ?? wordsOf(node))];
  const type = node.type === 'linkReference' ? 'link' : 'image';
  return rewritten({ ...node, type, url: found.url, title: found.title ?? null }, state, around);
}

/** A definition that nothing refers to stays where it leads somewhere. */
function definition(node: Node, state: State, around: Around): Node[] {
  const url = node.url ?? '';
  if (
    state.definitions.get(node.identifier ?? '') === node &&
    state.used?.has(node.identifier ?? '')
  )
    return [];
  if (/^#?$/.test(url.trim())) {
    list(
      around,
      'comment',
      node.title || node.label || url,
      'Left out: comments are not shown.',
      state,
    );
    return [];
  }
  const decision = decide(url, node.label ?? '', state.place);
  tell(node, decision, 'link', state, around);
  if (decision.as === 'address' && !decision.isPicture) return [{ ...node, url: decision.url }];
  list(around, 'link definition', url, 'Left out: nothing refers to it.', state);
  return [];
}

function linkNode(node: Node, state: State, around: Around): Node[] {
  const children = childrenOf(node, state, { ...around, link: true });
  const decision = decide(node.url ?? '', wordsOf({ type: 'paragraph', children }), state.place);
  if (isNone(node, decision)) return [text(node.data?.loose ?? '')];
  tell(node, decision, 'link', state, around);
  if (around.link) return words(children, node.url ?? '', state, around);
  if (decision.as === 'address' && !decision.url.startsWith('data:'))
    return [{ ...node, url: decision.url, children }];
  if (decision.as === 'address') return words(children, decision.url, state, around);
  if (decision.as === 'words') return words(children, decision.shown, state, around);
  if (around.heading) return words(children, decision.url, state, around);
  return [...children, text(' ('), link(decision.url, [text(decision.url)]), text(')')];
}

function imageNode(node: Node, state: State, around: Around): Node[] {
  const decision = pictureOf(decide(node.url ?? '', '', state.place));
  if (isNone(node, decision)) return [text(node.data?.loose ?? '')];
  tell(node, decision, 'image', state, around);
  if (decision.as === 'address' && decision.isPicture) return [{ ...node, url: decision.url }];
  const alt = node.alt?.trim() ?? '';
  if (decision.as === 'words' || around.link) {
    const address = decision.as === 'words' ? decision.shown : (node.url ?? '');
    // Inside a link to another page its own address would only be in the way.
    if (around.link && alt !== '') {
      list(around, 'picture', address, 'Left out: its words stand for it.', state);
      return [text(alt)];
    }
    return words(alt === '' ? [] : [text(alt)], address, state, around);
  }
  if (alt === '' && around.heading) return words([], node.url ?? '', state, around);
  return [link(decision.url, [text(alt || nameOf(node.url ?? ''))], node.title ?? null)];
}

/** Whether what looks like a link to a file with spaces in its name leads to none. */
const isNone = ({ data }: Node, { as, result }: Decision): boolean =>
  data?.loose !== undefined && as === 'words' && result === 'brokenBefore';

/** What a decision about an address means for a picture: a page loads nothing from elsewhere. */
function pictureOf(decision: Decision): Decision {
  if (decision.as === 'apart') return { ...decision, as: 'address', isPicture: false };
  if (decision.as !== 'address' || decision.isPicture) return decision;
  if (decision.result !== 'external') return decision;
  const reason = 'It lies on another server, from which pages load nothing: it is a link now.';
  return { ...decision, result: 'changed', reason };
}

const nameOf = (url: string): string => {
  const path = (url.startsWith('data:') ? '' : asWritten(url))
    .slice(0, 2000)
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  return decode(baseOf(path)) || 'picture';
};

/** Words that are no link any more, and the address that they had. */
function words(children: readonly Node[], address: string, state: State, around: Around): Node[] {
  const written = shortened(asWritten(address));
  if (around.heading || written !== asWritten(address) || written.trim() === '')
    list(around, 'address', address, 'Left out of the text: it leads nowhere here.', state);
  if (around.heading || written.trim() === '') return [...children];
  const said = wordsOf({ type: 'paragraph', children }).trim();
  if (said === '' || said === written) return [...children.filter(isPicture), code(written)];
  return [...children, text(' ('), code(written), text(')')];
}

const isPicture = ({ type }: Node): boolean => type === 'image';

const shortened = (address: string): string =>
  address.startsWith('data:') && address.length > 60 ? `${address.slice(0, 40)}…` : address;

/** A name that was looked up is said as the name. */
const asWritten = (address: string): string =>
  address.startsWith('lookup:') ? decode(address.slice(7)) : address;

function tell(
  node: Node,
  decision: Decision,
  kind: 'link' | 'image',
  state: State,
  around: Around,
): void {
  state.outcomes.push({
    source: state.place.from.path,
    line: around.line,
    address: asWritten(node.url ?? ''),
    kind: kind === 'image' ? 'image' : decision.kind,
    result: decision.result,
    reason: decision.reason,
  });
}

function list({ line }: Around, kind: string, value: string, became: string, state: State): void {
  state.listed.push({ line, kind, text: asWritten(value), became });
}
