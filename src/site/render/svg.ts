import type { ElementNode, HtmlNode, Properties } from './hast.ts';

/** Elements that only draw. */
const ELEMENTS = new Set(
  'svg g defs marker polygon polyline line path rect circle ellipse text tspan'.split(' '),
);

/** Attributes that only say where and how large; everything else is dropped or becomes a class. */
const ATTRIBUTES = new Set(
  `cx cy d dx dy font-size font-style font-weight height markerHeight markerWidth orient points r refX
  refY rx ry stroke-dasharray stroke-linecap stroke-linejoin stroke-width text-anchor text-decoration
  transform viewBox width x x1 x2 y y1 y2`.split(/\s+/),
);

/** The class for each colour of the library, so that the theme of the page chooses it. */
const COLOURS: Readonly<Record<string, string>> = {
  'var(--_text)': 'ink',
  'var(--_text-sec)': 'ink',
  'var(--_text-muted)': 'label',
  'var(--_text-faint)': 'soft',
  'var(--_arrow)': 'line',
  'var(--_line)': 'line',
  'var(--_node-fill)': 'box',
  'var(--_node-stroke)': 'edge',
  'var(--_group-fill)': 'group',
  'var(--_group-hdr)': 'head',
  'var(--_inner-stroke)': 'head',
  'var(--_key-badge)': 'head',
  'var(--bg)': 'paper',
};

const TOKEN = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;

/**
 * A drawing of the library as elements: no style, no colours of its own, nothing that loads, links or
 * runs, and ids that begin with `prefix`.
 */
export function svgElement(svg: string, prefix: string): ElementNode | null {
  const roots: HtmlNode[] = [];
  const open: { name: string; children: HtmlNode[] }[] = [{ name: '', children: roots }];
  for (const token of svg.replaceAll(/<style>.*?<\/style>/gs, '').matchAll(TOKEN)) {
    const [, closing, name = '', attributes = '', empty, text] = token;
    const parent = open.at(-1);
    if (!parent) return null;
    if (text !== undefined) {
      if (/^(?:text|tspan)$/.test(parent.name))
        parent.children.push({ type: 'text', value: decoded(text) });
    } else if (closing) {
      if (open.length > 1) open.pop();
    } else {
      const children: HtmlNode[] = [];
      const properties = propertiesOf(name, attributes, prefix);
      if (properties)
        parent.children.push({ type: 'element', tagName: name, properties, children });
      if (!empty) open.push({ name, children });
    }
  }
  return roots.find((node) => node.type === 'element' && node.tagName === 'svg') as ElementNode;
}

/** The attributes that are kept of an element; null for an element that is not. */
function propertiesOf(name: string, source: string, prefix: string): Properties | null {
  const given = new Map(
    [...source.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  );
  const classes = (given.get('class') ?? '')
    .split(' ')
    .filter((one) => /^(?:xychart-|mono$)/.test(one));
  // A few hundred dots say no more than the numbers at the axis.
  if (!ELEMENTS.has(name) || classes.some((one) => /-(?:grid|line-shadow)$/.test(one))) return null;
  const kept: Record<string, string | string[]> = {};
  for (const [key, value] of given) {
    if (ATTRIBUTES.has(key)) kept[key] = rounded(decoded(value));
    else if (key === 'id') kept['id'] = `${prefix}-${value.replaceAll(/[^\w-]/g, '')}`;
    else if (/^marker-(?:start|end)$/.test(key)) {
      const target = /^url\(#([\w-]+)\)$/.exec(value)?.[1];
      if (target) kept[key] = `url(#${prefix}-${target})`;
    } else if (key === 'fill' || key === 'stroke') {
      if (/^(?:none|transparent)$/.test(value)) kept[key] = 'none';
      else classes.push(`${key}-${COLOURS[value] ?? (key === 'fill' ? 'box' : 'edge')}`);
    }
  }
  return classes.length > 0 ? { ...kept, className: classes } : kept;
}

const rounded = (value: string): string =>
  value.replaceAll(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));

const NAMED: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

const decoded = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (name) => NAMED[name] ?? name);
