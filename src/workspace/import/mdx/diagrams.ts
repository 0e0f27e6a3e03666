import { componentNamed } from '../../../domain/components/catalogue.ts';
import type { Listed } from '../../../domain/import/model.ts';
import { drawingOf, problemsOfDiagrams } from '../../diagrams.ts';
import { describedDiagram, kindName, titleOfDiagram } from './diagram-description.ts';
import { flow, holdsNode, isElement, type Node, wordsOf } from './node.ts';

/**
 * The tree with its Mermaid blocks as drawings, each in its own words. What cannot be drawn, or stands where no drawing
 * may stand, stays code and is listed.
 */
export function withDiagrams(root: Node, listed: Listed[]): Node {
  if (!holdsNode(root, isMermaid)) return root;
  return inside(root, [], { heading: '', titles: new Map(), listed });
}

interface State {
  /** The words of the heading above. */
  heading: string;
  /** How often a title was given. */
  readonly titles: Map<string, number>;
  readonly listed: Listed[];
}

function inside(node: Node, outer: readonly string[], state: State): Node {
  if (!node.children) return node;
  const names = isElement(node) && componentNamed(node.name ?? '') ? [node.name ?? ''] : [];
  const around = [...outer, ...names];
  const children = node.children.map((child) => {
    if (child.type === 'heading') state.heading = wordsOf(child).replaceAll(/\s+/g, ' ').trim();
    return isMermaid(child) ? diagram(child, around, state) : inside(child, around, state);
  });
  return { ...node, children };
}

const isMermaid = ({ type, lang }: Node): boolean =>
  type === 'code' && lang?.toLowerCase() === 'mermaid';

function diagram(node: Node, outer: readonly string[], state: State): Node {
  const nearest = outer.at(-1);
  if (nearest === 'Diagram') return node;
  const source = node.value ?? '';
  const { trouble } = drawingOf(source);
  const isHeld = nearest === undefined || componentNamed(nearest)?.holds?.includes('Diagram');
  const description = trouble === null && isHeld ? describedDiagram(source) : '';
  if (description === '') {
    const line = node.position?.start.line ?? null;
    state.listed.push({ line, kind: 'diagram', text: source, became: reasonOf(source) });
    return node;
  }
  const title = titleOfDiagram(source) || state.heading || kindName(source);
  const code = { ...node, lang: 'mermaid', meta: null };
  return { ...flow('Diagram', { title: apart(title, state), description }, [code]), ...at(node) };
}

/** Why a block stays code. */
function reasonOf(source: string): string {
  const [problem] = problemsOfDiagrams([{ source, line: 1, column: 1 }], '');
  return `Kept as code. ${problem?.message ?? 'A drawing cannot stand there.'}`;
}

const at = ({ position }: Node): Pick<Node, 'position'> => (position ? { position } : {});

/** The title, with a number from the second on that would have it. */
function apart(title: string, { titles }: State): string {
  const count = (titles.get(title) ?? 0) + 1;
  titles.set(title, count);
  return count === 1 ? title : `${title} (${count})`;
}
