import { markdownReader } from './markdown-reader.ts';
import type { Reader } from './reader.ts';

/** The readers, the more particular ones first. */
export const readers: readonly Reader[] = [markdownReader];
