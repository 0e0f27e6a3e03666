import { join } from 'node:path';
import type { ErrorPayload } from 'vite';
import { formatProblems } from '../../domain/problems/format.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';

/**
 * The first error at its line, and all of them as `check` writes them, for the overlay of the authors'
 * server. Astro puts the message, the hint and the code into the page as HTML, so all three are escaped:
 * a message quotes the document.
 */
export function overlayOf(
  errors: readonly LocatedProblem[],
  { root, texts }: Pick<Workspace, 'root' | 'texts'>,
): ErrorPayload | null {
  const [first] = errors;
  if (!first) return null;
  const { path, line, column, message, fix, ruleId } = first;
  const more = errors.length > 1 ? ` One of ${errors.length} errors, all listed below.` : '';
  return {
    type: 'error',
    err: {
      name: ruleId,
      title: 'This cannot be published yet',
      message: escaped(message),
      hint: escaped(`${fix.replace(/[^.!?]$/, '$&.')}${more} Escape closes this.`),
      stack: formatProblems(errors, (file) => join(root, file)),
      plugin: 'handbook',
      loc: { file: join(root, path), line, column },
      highlightedCode: codeOf(texts.get(path) ?? '', line),
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
