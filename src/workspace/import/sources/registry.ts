import { asciidocReader } from './asciidoc/reader.ts';
import { htmlReader } from './html/html-reader.ts';
import { markdownReader } from './markdown-reader.ts';
import { notionDatabaseReader } from './notion/database-reader.ts';
import type { Reader } from './reader.ts';
import { unreadable } from './unreadable.ts';
import { wordReader } from './word/reader.ts';

/** The readers; each file goes to the first that takes it. */
export const readers: readonly Reader[] = [
  markdownReader,
  asciidocReader,
  htmlReader,
  wordReader,
  notionDatabaseReader,
  unreadable,
];
