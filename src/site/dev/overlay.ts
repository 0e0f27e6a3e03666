import { join } from 'node:path';
import type { ErrorPayload } from 'vite';
import { blanked } from '../../domain/identifiers/mask.ts';
import { formatProblems } from '../../domain/problems/format.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import type { Handbook } from '../handbook.ts';

/**
 * The first error at its line, and all of them as `check` writes them, for the overlay of the authors'
 * server. Astro puts the message, the hint and the code into the page as HTML, so all three are escaped:
 * a message quotes the document.
 */
export function overlayOf(
  errors: readonly LocatedProblem[],
  { workspace: { root, texts }, discretion }: Pick<Handbook, 'workspace' | 'discretion'>,
): ErrorPayload | null {
  const [first] = errors;
  if (!first) return null;
  const { path, line, column, message, fix, ruleId } = first;
  const show = (file: string) => discretion.path(join(root, file));
  // The line of a finding that may not be shown may hold more than was sighted in it.
  const sensitive = errors.filter((one) => one.sensitive && one.path === path);
  const lines = blanked(texts.get(path) ?? '', new Set(sensitive.map((one) => one.line)));
  const more = errors.length > 1 ? ` One of ${errors.length} errors, all listed below.` : '';
  return {
    type: 'error',
    err: {
      name: ruleId,
      title: 'This cannot be published yet',
      message: escaped(message),
      hint: escaped(`${fix.replace(/[^.!?]$/, '$&.')}${more} Escape closes this.`),
      stack: formatProblems(errors, show),
      plugin: 'handbook',
      loc: { file: show(path), line, column },
      highlightedCode: codeOf(discretion.about(path, lines), line),
    } as ErrorPayload['err'],
  };
}

/** The lines of a file, with the one marked that the overlay scrolls to. */
const codeOf = (text: string, marked: number): string =>
  `<pre class="shiki"><code>${text
    .split('\n')
    .map(
      (line, at) =>
        `<span class="line${at + 1 === marked ? ' error-line' : ''}">${escaped(line)}</span>`,
    )
    .join('\n')}</code></pre>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
