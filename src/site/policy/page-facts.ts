import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { foreignInStyle, isForeign } from './foreign-urls.ts';

/** What a content security policy has to know of a page. Sources are as the policy writes them. */
export interface PageFacts {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly styleAttributes: readonly string[];
  /** What no policy would let pass, each as the beginning of a sentence. */
  readonly faults: readonly string[];
}

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;
type Attribute = Element['attrs'][number];
type Facts = { readonly [Name in keyof PageFacts]: string[] };

/** Reads a page as a browser does. */
export function pageFacts(html: string): PageFacts {
  const facts: Facts = { scripts: [], styles: [], styleAttributes: [], faults: [] };
  walk(parse(html), false, facts);
  return facts;
}

/** The source by which a policy allows one inline text. */
export const hashSource = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function walk(node: Parent | Node, inMain: boolean, facts: Facts): void {
  const within = inMain || ('tagName' in node && node.tagName === 'main');
  if ('tagName' in node) addElement(node, facts);
  // A hash of it would bless what a document smuggled in.
  if ('tagName' in node && node.tagName === 'script' && inMain && !isFile(node))
    facts.faults.push('an inline script between the words of a document');
  if ('content' in node) walk(node.content, within, facts);
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, within, facts);
}

/** Elements that show or run what is another document, or change what every address means. */
const REFUSED = new Set(['applet', 'base', 'embed', 'fencedframe', 'frame', 'iframe', 'object']);

/** Data in a script element: never run, so it needs no hash. */
const DATA_SCRIPT = /^(?:application|text)\/(?:[\w.-]+\+)?json$/i;

function addElement(element: Element, facts: Facts): void {
  const { tagName, attrs } = element;
  if (REFUSED.has(tagName)) facts.faults.push(`the element <${tagName}>`);
  for (const attribute of attrs) addAttribute(element, attribute, facts);
  if (tagName === 'style') {
    facts.styles.push(hashSource(textOf(element)));
    addForeign(foreignInStyle(textOf(element)), 'a style', facts);
  }
  if (tagName === 'meta' && /^refresh$/i.test(attributeOf(element, 'http-equiv') ?? '')) {
    const address =
      /url\s*=\s*["']?([^"']*)/i.exec(attributeOf(element, 'content') ?? '')?.[1] ?? '';
    addForeign([address].filter(isForeign), 'a redirect', facts);
  }
  if (tagName === 'script') addScript(element, facts);
}

function addScript(element: Element, facts: Facts): void {
  const file = attributeOf(element, 'src');
  if (file !== undefined && !/^\/_astro\/[\w.-]+$/.test(file))
    facts.faults.push(`the script ${quote(file)}, which is not one that the build made,`);
  if (!isFile(element) && !DATA_SCRIPT.test(attributeOf(element, 'type') ?? ''))
    facts.scripts.push(hashSource(textOf(element)));
}

const isFile = (script: Element): boolean => has(script, 'src') || has(script, 'href');

function addAttribute(element: Element, { name, value }: Attribute, facts: Facts): void {
  if (name.startsWith('on'))
    facts.faults.push(`the inline event handler ${name} on <${element.tagName}>`);
  if (name === 'srcdoc') facts.faults.push(`the attribute srcdoc on <${element.tagName}>`);
  if (name === 'style') {
    facts.styleAttributes.push(hashSource(value));
    addForeign(foreignInStyle(value), `the style of <${element.tagName}>`, facts);
  }
  const addresses = LISTS.has(name)
    ? value.split(',').map((one) => one.trim().split(/\s/)[0] ?? '')
    : LOADED.has(name)
      ? [value]
      : [];
  if (name === 'href' && onlyLeads(element)) {
    if (/^(?:javascript|vbscript|data):$/.test(URL.parse(value)?.protocol ?? ''))
      facts.faults.push(`the link ${quote(value)}`);
    return;
  }
  addForeign(addresses.filter(isForeign), `<${element.tagName} ${name}>`, facts);
}

/** Attributes with an address that the browser loads or sends to. */
const LOADED = new Set(
  'action background data formaction href icon longdesc manifest ping poster src'.split(' '),
);

/** Attributes with several of them. */
const LISTS = new Set(['archive', 'imagesrcset', 'srcset']);

/** Relations of a link that only name a page. */
const NAMING = /^(?:alternate|author|bookmark|canonical|help|license|me|next|prev|search)$/i;

/** Whether an element leads to its address when somebody follows it, and loads nothing itself. */
function onlyLeads(element: Element): boolean {
  if (element.tagName === 'a' || element.tagName === 'area') return true;
  const relations = (attributeOf(element, 'rel') ?? '').split(/\s+/).filter(Boolean);
  return (
    element.tagName === 'link' &&
    relations.length > 0 &&
    relations.every((relation) => NAMING.test(relation))
  );
}

function addForeign(addresses: readonly string[], where: string, facts: Facts): void {
  for (const address of addresses)
    facts.faults.push(`the address ${quote(address)} of another host in ${where}`);
}

const quote = (text: string): string => JSON.stringify(text.slice(0, 120));

const textOf = ({ childNodes }: Element): string =>
  childNodes.map((node) => ('value' in node ? node.value : '')).join('');

const attributeOf = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((attribute) => attribute.name === name)?.value;

const has = (element: Element, name: string): boolean => attributeOf(element, name) !== undefined;
