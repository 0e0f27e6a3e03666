import { runsOf, type WordElement, wordsOf } from './element.ts';

const MONOSPACE =
  /^(?:consolas|courier.*|lucida console|menlo|monaco|cascadia.*|source code pro|.* mono|.* monospace|inconsolata|andale mono)$/i;

const isCodeFont = ({ font }: WordElement): boolean => MONOSPACE.test(font ?? '');

/** The blocks with those set as on a typewriter made into code, with the empty lines between them. */
export function withCode(blocks: readonly WordElement[]): WordElement[] {
  const marked = blocks.map((block) => (isCode(block) ? asCode(block) : withCodeInside(block)));
  return marked.map((block, at) =>
    isEmpty(block) && isBetweenCode(marked, at) ? asCode(block) : block,
  );
}

function isCode(block: WordElement): boolean {
  const runs = runsOf(block);
  if (block.type !== 'paragraph' || block.numbering) return false;
  if (/\b(?:code|preformatted|source|listing|terminal)\b/i.test(block.styleName ?? '')) return true;
  return runs.length > 0 && runs.every(isCodeFont);
}

const isEmpty = (block: WordElement): boolean =>
  block.type === 'paragraph' && block.styleId !== CODE && wordsOf(block).trim() === '';

/** Whether the next blocks with words on both sides are code. */
function isBetweenCode(blocks: readonly WordElement[], at: number): boolean {
  const before = blocks.slice(0, at).findLast((block) => !isEmpty(block));
  const after = blocks.slice(at + 1).find((block) => !isEmpty(block));
  return before?.styleId === CODE && after?.styleId === CODE;
}

/** The id of the style that the converter writes as a code block. */
export const CODE = 'HandbookCode';
/** The id of the style that the converter writes as code in a line. */
export const CODE_IN_LINE = 'HandbookCodeInLine';

const asCode = (block: WordElement): WordElement => ({
  ...block,
  styleId: CODE,
  styleName: CODE,
  numbering: null,
  children: (block.children ?? []).map(plain),
});

/** Code has no bold and no colours. */
function plain(element: WordElement): WordElement {
  const children = element.children?.map(plain);
  if (element.type === 'tab') return { type: 'text', value: '\t' };
  if (element.type === 'break') return { type: 'text', value: '\n' };
  if (element.type === 'run') return { type: 'run', children: children ?? [] };
  return { ...element, ...(children ? { children } : {}) };
}

/** Marks runs of code in a paragraph of words, also in lists and tables. */
function withCodeInside(element: WordElement): WordElement {
  if (element.type === 'run')
    return isCodeFont(element) && wordsOf(element).trim() !== ''
      ? { ...element, styleId: CODE_IN_LINE, styleName: CODE_IN_LINE }
      : element;
  return element.children
    ? { ...element, children: element.children.map(withCodeInside) }
    : element;
}
