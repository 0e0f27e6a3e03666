const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A number that is written like one: with a plus, or in groups. */
const NUMBER = /\+\d[\d ().-]{5,}\d|(?<![\w-])\(?\d{2,4}\)?(?:[ .-]\d{2,5}){1,4}(?![\d-])/g;

/** A text in parts, those that are telephone numbers told from the others. */
export function partsOf(text: string): { readonly text: string; readonly number: boolean }[] {
  const parts: { text: string; number: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(NUMBER)) {
    const digits = match[0].replaceAll(/\D/g, '').length;
    if (digits < 7 || digits > 15 || DATE.test(match[0])) continue;
    parts.push({ text: text.slice(end, match.index), number: false });
    parts.push({ text: match[0], number: true });
    end = match.index + match[0].length;
  }
  parts.push({ text: text.slice(end), number: false });
  return parts.filter((part) => part.text !== '');
}
