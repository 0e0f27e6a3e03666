const FAR = 3000;

/** Answers for a backtick where its code span ends; behind the backticks where none closes them. */
export function endOfSpan(text: string): (index: number) => number {
  const runs = new Map<number, number[]>();
  const lengths = new Map<number, number>();
  for (const found of text.matchAll(/`+/g)) {
    lengths.set(found.index, found[0].length);
    const places = runs.get(found[0].length);
    if (places) places.push(found.index);
    else runs.set(found[0].length, [found.index]);
  }
  const seen = new Map<number, number>();
  return (index) => {
    const length = lengths.get(index) ?? 1;
    const places = runs.get(length) ?? [];
    let next = seen.get(length) ?? 0;
    while (next < places.length && (places[next] ?? 0) <= index) next += 1;
    seen.set(length, next);
    const close = places[next];
    return (close === undefined ? index : close) + length;
  };
}

/** Where an HTML tag, comment or autolink ends that begins here; the same place where none does. */
export function endOfTag(text: string, index: number): number {
  if (text.startsWith('<!--', index)) {
    const end = text.indexOf('-->', index + 4);
    return end < 0 ? index : end + 3;
  }
  if (!/[A-Za-z/]/.test(text[index + 1] ?? '')) return index;
  const far = Math.min(text.length, index + FAR);
  let quote = '';
  for (let at = index + 1; at < far; at += 1) {
    const sign = text[at] ?? '';
    const template = endOfTemplate(text, at);
    if (template > at) at = template - 1;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return at + 1;
    else if (sign === '<') return index;
    else if ((sign === '"' || sign === "'") && text[at - 1] === '=') quote = sign;
  }
  return index;
}

/** Where the address of a link ends whose `](` stands here; the same place where it is no link. */
export function endOfAddress(text: string, index: number): number {
  const far = Math.min(text.length, index + FAR);
  let depth = 0;
  for (let at = index + 1; at < far; at += 1) {
    const template = endOfTemplate(text, at);
    const sign = text[at];
    if (template > at) at = template - 1;
    else if (sign === '\\') at += 1;
    else if (sign === '\n' && text[at + 1] === '\n') return index;
    else if (sign === '(') depth += 1;
    else if (sign === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return index;
}

/** Where an address in the open ends. */
export function endOfUrl(text: string, index: number): number {
  const found = /[^\s<>"'`)\]|{]{1,3000}/y;
  found.lastIndex = index;
  return index + (found.exec(text)?.[0].length ?? 0);
}

/** Where a template's brackets end that begin here; the same place where none do. */
export function endOfTemplate(text: string, index: number): number {
  if (text[index] !== '{' || (text[index + 1] !== '{' && text[index + 1] !== '%')) return index;
  const close = text[index + 1] === '{' ? '}}' : '%}';
  for (let at = index + 2; at < Math.min(text.length, index + 1000); at += 1) {
    if (text.startsWith(close, at)) return at + 2;
    if (text[at] === '{' && (text[at + 1] === '{' || text[at + 1] === '%')) return index;
  }
  return index;
}
