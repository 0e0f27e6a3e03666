import type { MdastNode } from 'satteri';
import type { Attributes } from '../../components/define.ts';
import { attributesOf, childrenOf, isJsx, pointOf } from '../../components/nodes.ts';
import type { SourcePoint } from '../../problems/problem.ts';
import type { BodySection } from './sections.ts';

/** Code of a body, as a block or inside a line, with where it stands. */
export interface CodePlace extends SourcePoint {
  readonly text: string;
  readonly inline: boolean;
  readonly lang: string | null;
  /** The title of a block, such as the host it is run on; empty where there is none. */
  readonly title: string;
  /** What the `<Command>` around it says; null where there is none. */
  readonly command: Attributes | null;
  readonly section: BodySection;
  /** From the block of the section down to the code itself. */
  readonly path: readonly MdastNode[];
}

/** All code of sections in order, whatever it stands in: steps, tabs, branches, collapsed blocks. */
export const codeIn = (sections: readonly BodySection[]): CodePlace[] =>
  sections.flatMap((section) => section.nodes.flatMap((node) => codeBelow(node, [], section)));

function codeBelow(
  node: MdastNode,
  above: readonly MdastNode[],
  section: BodySection,
): CodePlace[] {
  const path = [...above, node];
  if (node.type !== 'code' && node.type !== 'inlineCode')
    return childrenOf(node).flatMap((child) => codeBelow(child, path, section));
  const around = path.findLast((one) => isJsx(one) && one.name === 'Command');
  const isBlock = node.type === 'code';
  return [
    {
      text: node.value,
      inline: !isBlock,
      lang: isBlock ? (node.lang ?? null) : null,
      title: isBlock ? (/title=(["'])(.*?)\1/.exec(node.meta ?? '')?.[2] ?? '') : '',
      command: around && isJsx(around) ? attributesOf(around) : null,
      section,
      path,
      ...pointOf(node),
    },
  ];
}

/** The step that code belongs to, by its number in the outermost numbered list; null outside of one. */
export function stepOf({ path }: CodePlace): { item: MdastNode; number: number } | null {
  const at = path.findIndex((node) => node.type === 'list' && node.ordered === true);
  const [list, item] = [path[at], path[at + 1]];
  if (list?.type !== 'list' || item === undefined) return null;
  return { item, number: (list.start ?? 1) + childrenOf(list).indexOf(item) };
}

/** The line of the file on which a place of a block of code stands. */
export const lineIn = ({ line, inline, text }: CodePlace, offset: number): number =>
  inline ? line : line + text.slice(0, offset).split('\n').length;

const OUTPUT = /^(te?xt|output|log|plain|json|xml|html|csv|ya?ml|toml|ini|conf|diff|mermaid|hl7)$/i;

/** Whether a block is something to run, rather than an answer or a file. A title of an answer tells as well. */
export const isRun = ({ inline, lang, title }: CodePlace): boolean =>
  !inline && !(lang !== null && OUTPUT.test(lang)) && !/^(output|answer|good|bad)\b/i.test(title);
