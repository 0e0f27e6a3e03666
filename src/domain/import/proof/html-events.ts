/** One thing of a piece of HTML, with how many characters stand before it. */
export type HtmlEvent =
  | { readonly type: 'text' | 'comment'; readonly value: string; readonly offset: number }
  | {
      readonly type: 'open' | 'close';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      /** The tag as it stands. */
      readonly value: string;
      readonly offset: number;
    };

/** Reads a piece of HTML from its begin to its end, whole or not, in one pass; nothing is left out. */
export function* htmlEvents(html: string): Generator<HtmlEvent> {
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    const next = start === -1 ? html.length : start;
    if (next > at) yield text(html.slice(at, next), at);
    if (start === -1) return;
    const end = endOf(html, start);
    yield eventOf(html.slice(start, end), start);
    at = end;
  }
}

const text = (value: string, offset: number): HtmlEvent => ({
  type: 'text',
  value: decode(value),
  offset,
});

/** Where the tag or comment that begins here ends. */
function endOf(html: string, start: number): number {
  if (html.startsWith('<!--', start)) return after(html, '-->', start + 4);
  if (!/[a-z/!?]/i.test(html[start + 1] ?? '')) return start + 1;
  let quote = '';
  for (let at = start + 1; at < html.length; at += 1) {
    const char = html[at] as string;
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '>') return at + 1;
    else if ((char === '"' || char === "'") && html[at - 1] === '=') quote = char;
  }
  return html.length;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
}

function eventOf(tag: string, offset: number): HtmlEvent {
  if (tag.startsWith('<!--')) {
    return { type: 'comment', value: tag.slice(4).replace(/-->$/, ''), offset };
  }
  const name = /^<(\/?)([a-z][\w.:-]*)/i.exec(tag);
  if (!name)
    return tag.startsWith('<!') ? { type: 'comment', value: '', offset } : text(tag, offset);
  const type = name[1] === '/' ? 'close' : 'open';
  const attributes = attributesOf(tag.slice(name[0].length));
  return { type, name: (name[2] as string).toLowerCase(), attributes, value: tag, offset };
}

function attributesOf(tail: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, whole] of tail.matchAll(/([^\s=/"'<>]+)(?:=("[^"]*"|'[^']*'|[^\s"'>]+))?/g)) {
    const value = (whole ?? '').replace(/^(["'])(.*)\1$/s, '$2');
    if (name !== undefined) found[name.toLowerCase()] ??= decode(value);
  }
  return found;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  copy: '©',
  euro: '€',
  ge: '≥',
  gt: '>',
  hellip: '…',
  larr: '←',
  le: '≤',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rarr: '→',
  reg: '®',
  times: '×',
};

const decode = (value: string): string =>
  value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
