import type { Dialect } from '../../../domain/import/model.ts';

/** Dialects by what their renderers have in common. */
export const kramdownLike: ReadonlySet<Dialect> = new Set(['jekyll', 'mkdocs', 'hugo']);
export const highlights: ReadonlySet<Dialect> = new Set(['obsidian', 'mkdocs']);
