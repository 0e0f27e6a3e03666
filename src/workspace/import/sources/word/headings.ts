import { largest } from '../../../../domain/import/lists.ts';
import { holds, runsOf, type WordElement, wordsOf } from './element.ts';

/** The blocks with those that only look like headings made into headings, where a document has none that are. */
export function withHeadings(
  blocks: readonly WordElement[],
  styles: ReadonlyMap<string, number>,
  title: string | null,
): WordElement[] {
  const titled = blocks.map((block, at) =>
    at < 5 && isNamed(block, title) ? asTitle(block) : block,
  );
  const styled = titled.filter(
    ({ styleId, type }) => type === 'paragraph' && styles.has(styleId ?? ''),
  );
  if (styled.length >= 2) return titled;
  const usual = usualSize(titled);
  const looks = titled.map((block, at) =>
    looksLikeHeading(block, titled.slice(at + 1, at + 4), usual),
  );
  const sizes = [...new Set(titled.filter((_, at) => looks[at]).map(sizeOf))].sort((a, b) => b - a);
  const base = titled.some(isTitle) ? 1 : 0;
  return titled.map((block, at) => {
    if (!looks[at]) return block;
    const rank = sizes.indexOf(sizeOf(block)) + 1;
    return asHeading(block, Math.min(base + numberedLevel(wordsOf(block), rank), 6));
  });
}

const isTitle = ({ styleName }: WordElement): boolean => /^title$/i.test(styleName ?? '');

const isNamed = (block: WordElement, title: string | null): boolean =>
  title !== null && block.type === 'paragraph' && wordsOf(block).trim() === title;

const asTitle = (block: WordElement): WordElement => ({
  ...plain(block),
  styleId: 'Title',
  styleName: 'Title',
  numbering: null,
});

const asHeading = (block: WordElement, level: number): WordElement => ({
  ...plain(block),
  styleId: `Heading${level}`,
  styleName: `heading ${level}`,
  numbering: null,
});

/** A heading is bold by itself. */
function plain(element: WordElement): WordElement {
  const children = element.children?.map(plain);
  const bold = element.type === 'run' ? { isBold: false } : {};
  return { ...element, ...bold, ...(children ? { children } : {}) };
}

/** `2.1.3 Words` is of the third level, whatever its size. */
function numberedLevel(text: string, rank: number): number {
  const number = /^\s*(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s/.exec(text)?.[1];
  return number === undefined ? rank : number.split('.').length;
}

/** Longer than this is a sentence in bold. */
const LONGEST = 100;

function looksLikeHeading(
  block: WordElement,
  next: readonly WordElement[],
  usual: number,
): boolean {
  if (block.type !== 'paragraph' || isTitle(block) || holds(block, 'image')) return false;
  const text = wordsOf(block).trim();
  if (text === '' || text.length > LONGEST || /[.;,:!]$/.test(text)) return false;
  const runs = runsOf(block);
  const stands = runs.every(({ isBold, fontSize }) => isBold || (fontSize ?? usual) >= usual + 2);
  if (!stands) return false;
  // A list in bold is a list: what follows a heading is something else.
  const follower = next.find((one) => one.type !== 'paragraph' || wordsOf(one).trim() !== '');
  return follower !== undefined && !(block.numbering && follower.numbering);
}

const sizeOf = (block: WordElement): number =>
  largest(
    runsOf(block).map(({ fontSize }) => fontSize ?? 0),
    0,
  );

/** The size in which most of the text is set; 11 where nothing says. */
function usualSize(blocks: readonly WordElement[]): number {
  const lengths = new Map<number, number>();
  for (const run of blocks.flatMap(runsOf)) {
    const size = run.fontSize ?? 11;
    lengths.set(size, (lengths.get(size) ?? 0) + wordsOf(run).length);
  }
  return [...lengths].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 11;
}
