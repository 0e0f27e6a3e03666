import type { Element } from 'hast';
import { antoraPath } from '../../../../domain/import/links/antora.ts';
import { attribute } from '../html/hast.ts';
import { folderOf } from '../names.ts';

const ELSEWHERE = /^(?:#|\/|[a-z][a-z0-9+.-]*:\/\/|mailto:|footnote:|data:)/i;

/** Writes the address of a link or picture that Antora's names are used in as a path seen from the page. */
export function addressFrom(node: Element, page: string): void {
  const name = node.tagName === 'img' ? 'src' : 'href';
  const address = attribute(node, name);
  if (address === '' || ELSEWHERE.test(address)) return;
  const [path = '', fragment] = address.split('#', 2);
  const target = antoraPath(plain(path), page, name === 'src' ? 'images' : 'pages');
  if (target === null) return;
  const to = encodeURI(relativeTo(folderOf(page), target));
  node.properties[name] = fragment === undefined ? to : `${to}#${fragment}`;
}

function plain(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function relativeTo(folder: string, path: string): string {
  const from = folder.split('/').filter(Boolean);
  const to = path.split('/');
  const differs = from.findIndex((part, at) => part !== to[at]);
  const shared = differs < 0 ? from.length : differs;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
