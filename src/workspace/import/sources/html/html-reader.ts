import type { Root } from 'hast';
import { confluencePage } from '../confluence/page.ts';
import { decode } from '../decode.ts';
import { notionPage } from '../notion/html-page.ts';
import { endsIn, type Reader, type ReadJob } from '../reader.ts';
import { parseHtml } from './hast.ts';
import { plainPage } from './plain-page.ts';
import { type HtmlPage, readingOf } from './reading.ts';
import { asCode, isLongHtml } from './too-long.ts';

/** What a format takes a page for: nothing where it is none of its own. */
export type PageKind = (tree: Root, text: string, job: ReadJob) => HtmlPage | null;

const kinds: readonly PageKind[] = [confluencePage, notionPage, plainPage];

/** Pages of HTML: exports of a wiki, and those written by hand. */
export const htmlReader: Reader = {
  format: 'html',
  takes: (file) => endsIn(file, 'html', 'htm', 'xhtml') && !isTemplate(file.path),
  read: async (job) => {
    const text = decode(job.bytes, job.file.path);
    if (text.trim() === '' || isTemplateText(text)) return null;
    if (isLongHtml(text)) return asCode(text, 'html');
    const tree = parseHtml(text);
    for (const kind of kinds) {
      const page = kind(tree, text, job);
      if (page) return readingOf(page);
    }
    return null;
  },
};

/** Folders in which generators of sites keep the pieces of their pages. */
const isTemplate = (path: string): boolean =>
  /(?:^|\/)(?:_?layouts?|_includes?|overrides|partials|archetypes|_templates?|themes?)\//i.test(
    path,
  );

/** Whether the page is filled in by a program before anybody reads it. */
const isTemplateText = (text: string): boolean =>
  /^\s*(?:\{[%{]|<%|<\?php)|<title>\s*\{[{%]|<body[^>]*>\s*\{[%{]/i.test(text.slice(0, 4000));
