import GithubSlugger from 'github-slugger';
import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import { visit } from 'unist-util-visit';
import { breachesOf } from '../components/breaches.ts';
import type { Breach } from '../components/define.ts';
import { isJsx, type JsxNode, pointOf } from '../components/nodes.ts';
import type { SourcePoint } from '../problems/problem.ts';

export interface Heading extends SourcePoint {
  readonly depth: number;
  readonly text: string;
  /** Anchor on the page, by GitHub's rule. */
  readonly slug: string;
}

/** A heading of depth 2 and what stands below it. */
export interface Section extends Heading {
  /** Words below the heading, code included. */
  readonly words: number;
  /** The text below the heading, cut after 200 characters. */
  readonly opening: string;
}

export interface Link extends SourcePoint {
  readonly url: string;
  readonly text: string;
}

export interface Image extends SourcePoint {
  readonly url: string;
  readonly alt: string;
}

/** A component or HTML element; an attribute that is no quoted string has the value `undefined`. */
export interface Element extends SourcePoint {
  readonly name: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly value: string | null | undefined;
  }[];
}

/** Something that would run as code. */
export interface Code extends SourcePoint {
  readonly kind: 'esm' | 'expression';
  readonly source: string;
}

/** The text of a drawing. */
export interface Diagram extends SourcePoint {
  readonly source: string;
}

/** What the checks, the graph and the page need to know of a body; plain data. */
export interface Outline {
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly elements: readonly Element[];
  readonly code: readonly Code[];
  /** What components hold that they were not made for. */
  readonly breaches: readonly Breach[];
  readonly diagrams: readonly Diagram[];
  readonly words: number;
}

export const emptyOutline: Outline = {
  headings: [],
  sections: [],
  links: [],
  images: [],
  elements: [],
  code: [],
  breaches: [],
  diagrams: [],
  words: 0,
};

/** The outline of a parsed body; positions are those of the tree. */
export function outlineOf(root: MdastNode): Outline {
  const nodes: MdastNode[] = [];
  visit(root, (node) => {
    nodes.push(node);
  });
  const headings = headingsOf(nodes);
  return {
    headings,
    sections: sectionsOf(root, headings),
    ...collect(nodes),
    breaches: breachesOf(root),
    diagrams: nodes.flatMap(diagramsOf),
    words: countWords(textOf(root)),
  };
}

function headingsOf(nodes: readonly MdastNode[]): Heading[] {
  const slugger = new GithubSlugger();
  return nodes.flatMap((node) => {
    if (node.type !== 'heading') return [];
    const text = textOf(node);
    return [{ depth: node.depth, text, slug: slugger.slug(text), ...pointOf(node) }];
  });
}

function sectionsOf(root: MdastNode, headings: readonly Heading[]): Section[] {
  const sections: { heading: Heading; text: string[] }[] = [];
  const byPlace = new Map(headings.map((heading) => [placeOf(heading), heading]));
  const children: readonly MdastNode[] = 'children' in root ? (root.children as MdastNode[]) : [];
  for (const node of children) {
    if (node.type === 'heading' && node.depth <= 2) {
      const heading = byPlace.get(placeOf(pointOf(node)));
      if (heading) sections.push({ heading, text: [] });
    } else if (node.type !== 'heading') {
      sections.at(-1)?.text.push(contentOf(node));
    }
  }
  return sections
    .filter(({ heading }) => heading.depth === 2)
    .map(({ heading, text }) => {
      const all = text.join(' ').trim();
      return { ...heading, words: countWords(all), opening: all.slice(0, 200) };
    });
}

const placeOf = ({ line, column }: SourcePoint): string => `${line}:${column}`;

/** Text of a block; a picture, a rule or an empty component still counts as content. */
function contentOf(node: MdastNode): string {
  const text = textOf(node).trim();
  return text === '' ? node.type : text;
}

function collect(
  nodes: readonly MdastNode[],
): Pick<Outline, 'links' | 'images' | 'elements' | 'code'> {
  const links: Link[] = [];
  const images: Image[] = [];
  const elements: Element[] = [];
  const code: Code[] = [];
  const definitions = new Map(
    nodes.flatMap((node) =>
      node.type === 'definition' ? [[node.identifier, node.url] as const] : [],
    ),
  );
  for (const node of nodes) {
    if (node.type === 'link') links.push({ url: node.url, text: textOf(node), ...pointOf(node) });
    else if (node.type === 'definition')
      links.push({ url: node.url, text: node.label ?? '', ...pointOf(node) });
    else if (node.type === 'image')
      images.push({ url: node.url, alt: node.alt ?? '', ...pointOf(node) });
    else if (node.type === 'imageReference') {
      const url = definitions.get(node.identifier) ?? '';
      images.push({ url, alt: node.alt ?? '', ...pointOf(node) });
    } else if (isJsx(node)) {
      elements.push({ name: node.name ?? '', attributes: attributesOf(node), ...pointOf(node) });
    } else if (node.type === 'mdxjsEsm')
      code.push({ kind: 'esm', source: node.value, ...pointOf(node) });
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      code.push({ kind: 'expression', source: node.value, ...pointOf(node) });
    }
  }
  return { links, images, elements, code };
}

const diagramsOf = (node: MdastNode): Diagram[] =>
  isJsx(node) && node.name === 'Diagram'
    ? (node.children as MdastNode[]).flatMap((child) =>
        child.type === 'code' && child.lang === 'mermaid'
          ? [{ source: child.value, ...pointOf(child) }]
          : [],
      )
    : [];

const attributesOf = (node: JsxNode): Element['attributes'] =>
  node.attributes.map((attribute) =>
    attribute.type === 'mdxJsxAttribute'
      ? {
          name: attribute.name,
          value:
            typeof attribute.value === 'object' && attribute.value !== null
              ? undefined
              : attribute.value,
        }
      : { name: '{...}', value: undefined },
  );

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
