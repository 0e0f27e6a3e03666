import { isSmallPicture } from '../../body/data-image.ts';
import { relativePath, targetOf } from '../../body/target.ts';
import { serverTrouble } from '../../checks/rules/links.ts';
import { type Aim, type Anchor, aimOf } from './aim.ts';
import type { LinkMap } from './map.ts';
import type { FileFate, LinkFacts, LinkOutcome, LinkResult } from './model.ts';

/** How an address is written in the handbook. */
export type Decision = Pick<LinkOutcome, 'kind' | 'result' | 'reason'> &
  (
    | { readonly as: 'address'; readonly url: string; readonly isPicture: boolean }
    /** The words alone do not say where it leads: they stand before the address. */
    | { readonly as: 'apart'; readonly url: string }
    /** No link; `shown` stands behind the words. */
    | { readonly as: 'words'; readonly shown: string }
  );

/** What links are decided with, from the place of one document. */
export interface Place {
  readonly from: LinkFacts;
  readonly map: LinkMap;
  /** By path in the source; pictures that are written into the text by their whole address. */
  readonly fates: ReadonlyMap<string, FileFate>;
}

/** Decides what becomes of an address; `words` are those that a link of it shows. */
export function decide(url: string, words: string, place: Place): Decision {
  const aim = aimOf(url, place.from, place.map);
  switch (aim.kind) {
    case 'document':
      return toDocument(url, aim, place);
    case 'file':
      return toFile(url, aim.path, place);
    case 'data':
      return isSmallPicture(url) ? shown(url, 'kept', true) : toFile(url, url, place);
    case 'folder':
      return toFolder(url, aim.path, place);
    case 'web':
      return shown(
        aim.url,
        'changed',
        false,
        'The file is not in the source, but in its repository.',
      );
    case 'external':
      return toServer(url, words, 'external');
    case 'unsafe':
      return unsafe(url, words, aim.scheme);
    case 'outside':
      return asWords(url, 'brokenNow', 'It leads out of what was imported.');
    case 'nothing':
      return asWords(url, 'brokenBefore', 'The source has nothing there.');
  }
}

const shown = (
  url: string,
  result: LinkResult,
  isPicture = false,
  reason: string | null = null,
): Decision => ({ as: 'address', kind: 'link', url, isPicture, result, reason });

const asWords = (url: string, result: LinkResult, reason: string): Decision => ({
  as: 'words',
  kind: 'link',
  shown: url,
  result,
  reason,
});

function toDocument(
  url: string,
  { path, anchor }: Aim & { kind: 'document' },
  place: Place,
): Decision {
  const target = place.map.documents.get(path);
  if (!target) return asWords(url, 'brokenBefore', 'The source has nothing there.');
  const isHere = target.path === place.from.path;
  const page = isHere ? '' : relativePath(place.from.to, target.to);
  if (anchor?.slug === null) return { ...withoutAnchor(url, anchor, page), kind: 'anchor' };
  const hash = anchor?.slug ? `#${anchor.slug}` : isHere ? '#' : '';
  const decision = shown(`${page}${hash}`, 'kept');
  return anchor === null ? decision : { ...decision, kind: 'anchor' };
}

function withoutAnchor(url: string, { written }: Anchor, page: string): Decision {
  const reason = `No heading and no anchor there is called "#${written}".`;
  return page === ''
    ? asWords(url, 'brokenBefore', reason)
    : shown(page, 'brokenBefore', false, `${reason} The link leads to the page.`);
}

function toFile(url: string, path: string, { from, map, fates }: Place): Decision {
  const fate = fates.get(path);
  if (fate?.kind === 'published')
    return shown(relativePath(from.to, fate.to), 'copied', fate.isPicture, fate.remark ?? null);
  const reason = fate?.reason ?? 'The file was not read.';
  const web = map.webAddress(path);
  if (web !== null) return shown(web, 'changed', false, reason);
  if (fate?.kind === 'kept')
    return asWords(fate.to, 'brokenNow', `${reason} The file is kept as ${fate.to}.`);
  return asWords(url, fate?.wasBroken ? 'brokenBefore' : 'brokenNow', reason);
}

function toFolder(url: string, path: string, { map }: Place): Decision {
  if (path === '')
    return shown('/', 'changed', false, 'It leads to the first page of the handbook.');
  const web = map.webAddress(path);
  if (web !== null)
    return shown(web, 'changed', false, 'It led to a folder, and leads to it in its repository.');
  const list = map.lists.get(path);
  const reason = 'It led to a folder, and leads to the list that its documents are on.';
  if (list !== undefined) return shown(`/${list}/`, 'changed', false, reason);
  return asWords(url, 'brokenNow', 'It led to a folder without documents.');
}

/** An address of another server, unless it would mislead about which. */
function toServer(url: string, words: string, result: LinkResult): Decision {
  if (targetOf(url, '').kind !== 'external')
    return asWords(url, 'brokenBefore', 'The address names no server.');
  const trouble = serverTrouble({ url, text: words });
  if (trouble === null) return shown(url.trim(), result);
  if (trouble.messageId === 'disguised') {
    const reason = 'The words show another server than the one that it leads to.';
    return { as: 'apart', kind: 'link', url: url.trim(), result: 'changed', reason };
  }
  const what =
    trouble.messageId === 'user' ? 'a name before its server' : 'letters that look like others';
  return asWords(url, 'changed', `The address has ${what}; a page must not carry it as a link.`);
}

function unsafe(url: string, words: string, scheme: string): Decision {
  const whole = `https:${url.trim()}`;
  if (scheme === '//' && /^https:\/\/[^/?#\\@\s]+\.[^/?#\\@\s]+/.test(whole))
    return toServer(whole, words, 'changed');
  return asWords(url, 'changed', `A page must not carry links of the kind "${scheme}".`);
}
