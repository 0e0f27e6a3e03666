import { relativePath, targetOf } from '../../body/target.ts';
import { addressOf, aliasesOf, reservedAddresses } from '../../graph/addresses.ts';
import type { Corpus, Entry } from '../../graph/corpus.ts';
import { pageIndex } from '../../graph/graph.ts';
import { at } from '../../problems/problem.ts';
import { suggest } from '../../problems/suggest.ts';
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
    },
    file: {
      message: 'There is no file {path}.',
      fix: 'Correct the path, or add the file. Paths are relative to this document.',
    },
    ending: {
      message: 'A link to a document is written with the ending of its file.',
      fix: 'Write: {expected}',
    },
    pageNear: {
      message: 'The handbook has no page {path}; did you mean {expected}?',
      fix: 'Write: {expected}',
    },
    page: {
      message: 'The handbook has no page {path}.',
      fix: 'Link to the document by its file, such as ../runbooks/name.mdx.',
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
    },
    unsafe: {
      message: 'A page must not carry links of the kind "{scheme}".',
      fix: 'Link to a document, a file beside it, or an https address.',
    },
    empty: {
      message: 'The link "{text}" has no address.',
      fix: 'Give it one, or take the brackets away.',
    },
  },
  *check({ corpus }) {
    const pages = pageIndex(corpus);
    const names = {
      files: [...corpus.byId.values()].map((entry) => entry.path),
      pages: [...pages.keys(), ...reservedAddresses],
    };
    for (const entry of corpus.entries) {
      for (const link of entry.outline?.links ?? []) {
        const finding = judge(link.url, entry, corpus, pages, names);
        if (finding === null) continue;
        yield {
          ...finding,
          path: entry.path,
          position: at(link),
          args: { text: link.text, ...finding.args },
        };
      }
    }
  },
});

type Judgement = Pick<Finding<MessageId>, 'messageId' | 'args'> | null;
interface Names {
  readonly files: readonly string[];
  readonly pages: readonly string[];
}

function judge(
  url: string,
  from: Entry,
  corpus: Corpus,
  pages: ReadonlyMap<string, Entry>,
  names: Names,
): Judgement {
  const target = targetOf(url, from.path);
  switch (target.kind) {
    case 'unsafe':
      return { messageId: 'unsafe', args: { scheme: target.scheme } };
    case 'outside':
      return { messageId: 'outside', args: { path: url } };
    case 'anchor':
      return url.trim() === '' ? { messageId: 'empty', args: {} } : null;
    case 'page':
      return judgePage(target.address, url, from, pages, names.pages);
    case 'file':
      return judgeFile(target.path, url, from, corpus, names.files);
    case 'external':
      return null;
  }
}

function judgePage(
  address: string,
  url: string,
  from: Entry,
  pages: ReadonlyMap<string, Entry>,
  names: readonly string[],
): Judgement {
  const entry = pages.get(address);
  if (entry && aliasesOf(entry).includes(address) && addressOf(entry) !== address) {
    return {
      messageId: 'moved',
      args: { path: url, expected: relativePath(from.path, entry.path) },
    };
  }
  if (entry || reservedAddresses.has(address)) return null;
  const near = suggest(address, names);
  return near === null
    ? { messageId: 'page', args: { path: url } }
    : { messageId: 'pageNear', args: { path: url, expected: near } };
}

function judgeFile(
  path: string,
  url: string,
  from: Entry,
  corpus: Corpus,
  names: readonly string[],
): Judgement {
  const entry = corpus.byId.get(path.replace(/\.(mdx|md|yaml|yml)$/, ''));
  if (entry) {
    return entry.path === path
      ? null
      : { messageId: 'ending', args: { expected: relativePath(from.path, entry.path) } };
  }
  if (corpus.assets.has(path)) return null;
  const near = suggest(path, [...names, ...corpus.assets]);
  return near === null
    ? { messageId: 'file', args: { path: url } }
    : { messageId: 'fileNear', args: { path: url, expected: relativePath(from.path, near) } };
}
