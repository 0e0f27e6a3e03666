import { isLookAlike, serverOf, shownAddress } from '../../body/address.ts';
import type { Link } from '../../body/outline.ts';
import { contentTypes, endingOf, isPublished } from '../../body/published.ts';
import { pageAddress, relativePath } from '../../body/target.ts';
import { addressOf, aliasesOf, isReserved, reservedAddresses } from '../../graph/addresses.ts';
import { type Corpus, type Entry, unreadIds } from '../../graph/corpus.ts';
import { pageIndex } from '../../graph/graph.ts';
import { type AimedLink, linksOf } from '../../graph/links.ts';
import { at } from '../../problems/problem.ts';
import { suggester } from '../../problems/suggest.ts';
import { defineRule, type Finding } from '../rule.ts';

type MessageId =
  | 'file'
  | 'fileNear'
  | 'ending'
  | 'page'
  | 'pageNear'
  | 'moved'
  | 'outside'
  | 'unsafe'
  | 'unpublished'
  | 'user'
  | 'lookAlike'
  | 'disguised'
  | 'empty';

export const links = defineRule<MessageId>({
  id: 'links',
  title: 'Links lead somewhere',
  why: 'A dead link at three in the morning costs the minutes that the runbook was to save.',
  severity: 'error',
  messages: {
    fileNear: {
      message: 'There is no file {path}; did you mean {expected}?',
      fix: 'Write: {expected}',
      unfinished: true,
    },
    file: {
      message: 'There is no file {path}.',
      fix: 'Correct the path, or add the file. Paths are relative to this document.',
      unfinished: true,
    },
    ending: {
      message: 'A link to a document is written with the ending of its file.',
      fix: 'Write: {expected}',
      unfinished: true,
    },
    pageNear: {
      message: 'The handbook has no page {path}; did you mean {expected}?',
      fix: 'Write: {expected}',
      unfinished: true,
    },
    page: {
      message: 'The handbook has no page {path}.',
      fix: 'Link to the document by its file, such as ../runbooks/name.mdx.',
      unfinished: true,
    },
    moved: {
      message: 'The page {path} has moved; its old address is only kept for bookmarks.',
      fix: 'Write: {expected}',
      severity: 'warning',
    },
    outside: {
      message:
        'The link {path} leads out of the content folder, which is all that the customer keeps.',
      fix: 'Bring the file into the content folder, or link to its https address.',
      unfinished: true,
    },
    unsafe: {
      message: 'A page must not carry links of the kind "{scheme}".',
      fix: 'Link to a document, a file beside it, or an https address.',
    },
    unpublished: {
      message: 'Files that end in .{ending} are not published, because they may hold code.',
      fix: 'Link to one that ends in: {endings}.',
      unfinished: true,
    },
    user: {
      message:
        'The address names "{user}" before its server {host}: readers take that for the server.',
      fix: 'Write the address without what stands before the @.',
    },
    lookAlike: {
      message: 'The server {host} is written with letters that look like others.',
      fix: 'Type its name anew; one that begins with xn-- is written with its own letters.',
    },
    disguised: {
      message: 'The link shows {shown} and leads to {host}.',
      fix: 'Say in words what the page is, or show the address that it leads to.',
    },
    empty: {
      message: 'The link "{text}" has no address.',
      fix: 'Give it one, or take the brackets away.',
      unfinished: true,
    },
  },
  *check({ corpus }) {
    const site = siteOf(corpus);
    for (const entry of corpus.entries) {
      for (const link of linksOf(entry)) {
        const finding = judge(link, entry, site) ?? serverTrouble(link);
        if (finding === null) continue;
        yield {
          ...finding,
          path: entry.path,
          position: at(link),
          args: { text: link.text, path: link.url, ...finding.args },
        };
      }
    }
  },
});

/** What is wrong with an address that leads to another server, or writes to somebody. */
export function serverTrouble({ url, text }: Pick<Link, 'url' | 'text'>): Judgement {
  const mail = /^mailto:([^?]*)/i.exec(url.trim())?.[1]?.toLowerCase();
  const server = serverOf(url);
  const host = server?.host ?? mail;
  if (host === undefined) return null;
  if (server?.user) return { messageId: 'user', args: { user: server.user, host } };
  if (isLookAlike(host)) return { messageId: 'lookAlike', args: { host } };
  const shown = shownAddress(text);
  const same = shown === null || bare(shown) === bare(host);
  return same ? null : { messageId: 'disguised', args: { shown, host } };
}

const bare = (host: string): string => host.replace(/^www\./, '');

type Judgement = Pick<Finding<MessageId>, 'messageId' | 'args'> | null;

/** What links are held against. */
interface Site {
  readonly corpus: Corpus;
  readonly pages: ReadonlyMap<string, Entry>;
  /** Paths of all files that are there, those that could not be taken in included. */
  readonly paths: ReadonlySet<string>;
  readonly unread: ReadonlySet<string>;
  readonly nearPage: (address: string) => string | null;
  readonly nearFile: (path: string) => string | null;
}

function siteOf(corpus: Corpus): Site {
  const pages = pageIndex(corpus);
  const documents = [...corpus.byId.values()].map(({ path }) => path);
  const others = [...corpus.entries, ...corpus.problems].map(({ path }) => path);
  return {
    corpus,
    pages,
    paths: new Set([...others, ...corpus.assets]),
    unread: new Set([...unreadIds(corpus)].map(pageAddress)),
    nearPage: suggester([...pages.keys(), ...reservedAddresses]),
    nearFile: suggester([...documents, ...corpus.assets]),
  };
}

function judge(link: AimedLink, from: Entry, site: Site): Judgement {
  const { url } = link;
  const finding = judgeTarget(link, from, site);
  const hash = url.indexOf('#');
  const expected = finding?.args?.['expected'];
  if (finding === null || expected === undefined || hash < 0) return finding;
  return { ...finding, args: { ...finding.args, expected: `${expected}${url.slice(hash)}` } };
}

function judgeTarget({ url, target }: AimedLink, from: Entry, site: Site): Judgement {
  switch (target.kind) {
    case 'unsafe':
      return { messageId: 'unsafe', args: { scheme: target.scheme } };
    case 'outside':
      return { messageId: 'outside' };
    case 'anchor':
      return url.trim() === '' ? { messageId: 'empty' } : null;
    case 'page':
      return judgePage(target.address, from, site);
    case 'file':
      return judgeFile(target.path, from, site);
    case 'external':
      return null;
  }
}

function judgePage(address: string, from: Entry, { pages, unread, nearPage }: Site): Judgement {
  const entry = pages.get(address);
  if (entry && aliasesOf(entry).includes(address) && addressOf(entry) !== address) {
    return { messageId: 'moved', args: { expected: relativePath(from.path, entry.path) } };
  }
  if (entry || isReserved(address) || unread.has(address)) return null;
  const expected = nearPage(address);
  return expected === null ? { messageId: 'page' } : { messageId: 'pageNear', args: { expected } };
}

function judgeFile(path: string, from: Entry, { corpus, paths, nearFile }: Site): Judgement {
  if (corpus.assets.has(path) && !isPublished(path)) {
    const endings = Object.keys(contentTypes).join(', ');
    return { messageId: 'unpublished', args: { ending: endingOf(path), endings } };
  }
  if (paths.has(path)) return null;
  const entry = corpus.byId.get(path.replace(/\.(mdx|md|yaml|yml)$/, ''));
  if (entry)
    return { messageId: 'ending', args: { expected: relativePath(from.path, entry.path) } };
  const list = pageAddress(path);
  if (reservedAddresses.has(list)) return { messageId: 'fileNear', args: { expected: list } };
  const near = nearFile(path);
  return near === null
    ? { messageId: 'file' }
    : { messageId: 'fileNear', args: { expected: relativePath(from.path, near) } };
}
