/** Elements in each other beyond which nobody wrote them; the libraries' stacks end at some thousands. */
const MAX_OPEN = 200;

const TAG = /<(\/?)([A-Za-z][\w-]{0,60})(?:[^<>]{0,5000}(\/?)>)?/g;

/** Elements that hold nothing, and those that the next of their kind ends. */
const ENDS_ITSELF: ReadonlySet<string> = new Set(
  `area base br col embed hr img input link meta param source track wbr
   p li td th tr thead tbody tfoot colgroup dt dd option optgroup rp rt`.split(/\s+/),
);

/** The text with the tags blanked that open, or close, an element nested too deep; its words, links and lines stay. */
export function shallowHtml(text: string): string {
  let open = 0;
  let blanked = '';
  let from = 0;
  for (const match of text.matchAll(TAG)) {
    const { 0: tag, 1: slash, 2: name = '', 3: end, index } = match;
    if (ENDS_ITSELF.has(name.toLowerCase()) || (slash === '' && end === '/')) continue;
    const level = slash === '' ? open++ : --open;
    open = Math.max(0, open);
    if (level < MAX_OPEN || name.toLowerCase() === 'a') continue;
    blanked += text.slice(from, index) + tag.replaceAll(/[^\n]/g, ' ');
    from = index + tag.length;
  }
  return blanked + text.slice(from);
}

/** Whether elements of a text are nested too deep. */
export const isTooDeep = (text: string): boolean => shallowHtml(text) !== text;
