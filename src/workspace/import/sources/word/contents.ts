import type { Listed } from '../../../../domain/import/model.ts';
import { type WordElement, wordsOf } from './element.ts';

/** The blocks without the table of contents that Word sets, which goes into the list. */
export function withoutContents(blocks: readonly WordElement[], listed: Listed[]): WordElement[] {
  const lines = blocks
    .filter(isContents)
    .map((block) => wordsOf(block).trim())
    .filter(Boolean);
  if (lines.length > 0)
    listed.push({
      line: null,
      kind: 'table of contents',
      text: lines.join('\n'),
      became: 'Left out: each page draws its own.',
    });
  return blocks.filter((block) => !isContents(block));
}

const isContents = ({ type, styleName }: WordElement): boolean =>
  type === 'paragraph' && /^(?:toc \d|toc heading|table of figures)$/i.test(styleName ?? '');
