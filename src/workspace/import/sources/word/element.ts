/** The part of mammoth's tree of a document that is looked at. */
export interface WordElement {
  readonly type: string;
  readonly children?: readonly WordElement[];
  readonly value?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: { readonly isOrdered: boolean } | null;
  readonly alignment?: string | null;
  readonly isBold?: boolean;
  readonly font?: string | null;
  readonly fontSize?: number | null;
}

/** The words of an element. */
export function wordsOf(element: WordElement): string {
  if (element.type === 'text') return element.value ?? '';
  if (element.type === 'tab' || element.type === 'break') return ' ';
  return (element.children ?? []).map(wordsOf).join('');
}

/** The runs of an element that hold words. */
export function runsOf(element: WordElement): WordElement[] {
  if (element.type === 'run') return wordsOf(element).trim() === '' ? [] : [element];
  return (element.children ?? []).flatMap(runsOf);
}

/** Whether something below an element is of a type. */
export const holds = (element: WordElement, type: string): boolean =>
  element.type === type || (element.children ?? []).some((child) => holds(child, type));
