import { endOfTemplate } from './skip.ts';
import { list, type State } from './state.ts';

/**
 * A link's `](address)` or an HTML tag with the templates in it resolved: what names a page becomes a look-up
 * by that name, the site's own root falls away, the rest stays as it is.
 */
export function plainAddress(
  source: string,
  kind: 'link' | 'tag',
  { state, line }: { readonly state: State; readonly line: number },
): string {
  const parts = partsOf(source);
  let changed = '';
  let lookup = false;
  for (const { text, template } of parts) {
    if (!template) {
      changed += lookup ? text.replace(/^#[\w-]+/, encodeURIComponent) : text;
      lookup = false;
      continue;
    }
    const name = nameIn(text);
    const plain = name === null ? rootless(text) : `lookup:${encodeURIComponent(name)}`;
    lookup = name !== null;
    changed += plain ?? text;
    if (plain !== null)
      list(state, { line, kind: 'template', text, became: plain === '' ? ROOT : ADDRESS });
  }
  return kind === 'link' ? quoted(changed) : changed;
}

const ADDRESS = 'Became the address that it stands for.';
const ROOT = 'Left out of an address: it stood for the root of the site.';

/** Parts of a text, templates apart. */
function partsOf(source: string): { text: string; template: boolean }[] {
  const parts: { text: string; template: boolean }[] = [];
  let from = 0;
  for (let at = source.indexOf('{'); at >= 0; at = source.indexOf('{', at)) {
    const end = endOfTemplate(source, at);
    if (end === at) {
      at += 1;
      continue;
    }
    parts.push({ text: source.slice(from, at), template: false });
    parts.push({ text: source.slice(at, end), template: true });
    from = end;
    at = end;
  }
  return [...parts, { text: source.slice(from), template: false }];
}

const NAMED =
  /^\{[{%][<%]?-?\s*(?:ref|relref|link|post_url|docref|xref)\s+(?:[\w-]{1,40}\s*=\s*)?(?:"([^"]{1,500})"|'([^']{1,500})'|`([^`]{1,500})`|([^\s"'`<>%{}]{1,500}))/;

/** The page that a template names, null where it names none. */
function nameIn(template: string): string | null {
  const [, ...names] = NAMED.exec(template) ?? [];
  return names.find((name) => name !== undefined)?.trim() ?? null;
}

const QUOTED = /^\{\{-?\s*["']([^"'{}]{0,500})["']\s*\|[^{}]{0,300}\}\}$/;
const SITE =
  /^(?:\{\{-?\s*(?:site\.(?:baseurl|url|github\.url|BaseURL)|page\.root|base_url|baseurl|\.Site\.BaseURL)[^{}]{0,100}\}\}|\{\{<\s*(?:baseurl|siteurl)\s*>\}\}|\{%-?\s*(?:raw|endraw)\s*-?%\})$/;

/** What is left of a template that only says where the site begins; null where it says something else. */
function rootless(template: string): string | null {
  const quoted = QUOTED.exec(template);
  if (quoted) return quoted[1] ?? '';
  return SITE.test(template) ? '' : null;
}

/** An address with white space in its templates is only a link between angle brackets. */
function quoted(link: string): string {
  const inner = link.slice(2, -1);
  const [, address = '', title = ''] = /^(.*?)(\s+"[^"{}]*")?\s*$/s.exec(inner) ?? [];
  if (!/\{[{%]/.test(address) || !/\s/.test(address) || address.startsWith('<')) return link;
  return `](<${address.replace(/[<>]/g, encodeURIComponent).replace(/\n/g, ' ')}>${title})`;
}
