import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Every element that a body may be made of. */
const ELEMENTS = words(`
  a abbr aside blockquote br code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img
  input kbd li mark ol p pre section span strong sub summary sup table tbody td th thead time tr ul
  svg g defs marker polygon polyline line path rect circle ellipse text tspan title desc`);

const ATTRIBUTES = words(`
  alt aria-describedby aria-hidden aria-label aria-labelledby checked class data-footnote-backref
  data-footnote-ref data-footnotes data-language datetime decoding disabled height href id loading rel role
  src start style tabindex title type width
  cx cy d dx dy fill font-size font-style font-weight marker-end marker-start markerheight markerwidth
  markerHeight markerWidth orient points r refX refY rx ry stroke stroke-dasharray stroke-linecap
  stroke-linejoin stroke-width text-anchor text-decoration transform viewBox x x1 x2 y y1 y2`);

/** What an attribute may hold where a browser would follow, load or run it. */
const VALUES: Readonly<Record<string, RegExp>> = {
  href: /^(?:#|\/(?![/\\])|https?:\/\/[^/?#\\]|mailto:|tel:)/,
  src: /^(?:\/(?![/\\])|data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$)/,
  style: /^text-align: (?:left|center|right)$/,
  type: /^checkbox$/,
  fill: /^none$/,
  stroke: /^none$/,
  'marker-start': /^url\(#[\w-]+\)$/,
  'marker-end': /^url\(#[\w-]+\)$/,
};

/** What a browser would make of a body's HTML that a document must not bring about. */
export function unsafeIn(html: string): string[] {
  const found: string[] = [];
  const open: Node[] = [...parseFragment(html).childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName === '#text') continue;
    if (!('tagName' in node)) found.push(`a node ${node.nodeName}`);
    else {
      found.push(...unsafeElement(node));
      open.push(...node.childNodes);
    }
  }
  return found;
}

const unsafeElement = ({ tagName, attrs }: Element): string[] => [
  ...(ELEMENTS.has(tagName) ? [] : [`<${tagName}>`]),
  ...attrs.flatMap(({ name, value }) =>
    ATTRIBUTES.has(name) && (VALUES[name]?.test(value) ?? true)
      ? []
      : [`<${tagName} ${name}="${value.slice(0, 80)}">`],
  ),
];
