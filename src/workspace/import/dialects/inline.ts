import { plainAddress } from './address.ts';
import type { InlineRule, Spot } from './family.ts';
import type { Line } from './line.ts';
import { endOfAddress, endOfSpan, endOfTag, endOfUrl } from './skip.ts';
import type { State } from './state.ts';

/** Translates running text: constructs in the words, templates in addresses, nothing in code. */
export function translateText(
  lines: readonly Line[],
  rules: readonly InlineRule[],
  state: State,
): Line[] {
  const text = lines.map((line) => line.text).join('\n');
  if (rules.length === 0 || !SIGNS.test(text)) return [...lines];
  const writer = writerOf(lines);
  const spans = endOfSpan(text);
  const signs = signsOf(rules);
  let index = 0;
  while (index < text.length) {
    const sign = nextSign(text, index, signs);
    if (sign > index) {
      writer.copy(text.slice(index, sign));
      index = sign;
      continue;
    }
    const skipped = skip(text, index, { spans, mdx: state.mdx });
    if (skipped > index) {
      const at = { state, line: writer.line() };
      writer.copy(known(text.slice(index, skipped), text[index] ?? '', at));
      index = skipped;
      continue;
    }
    const put = firstPut(rules, { text, index, line: writer.line(), state });
    if (put) writer.put(put.text, text.slice(index, put.end));
    else writer.copy(text[index] ?? '');
    index = put ? put.end : index + 1;
  }
  return writer.done();
}

/** Signs without which no text holds a construct. */
const SIGNS = /[[{<$=%^+:*]|\]\(/;

/** The signs at which something may begin: a construct of a rule, or what is passed over. */
const signsOf = (rules: readonly InlineRule[]): ReadonlySet<string> =>
  new Set(`\\\`<]:${rules.map(({ begins }) => begins).join('')}`);

/** Where the next of these signs stands; the end of the text where there is none. */
function nextSign(text: string, from: number, signs: ReadonlySet<string>): number {
  let at = from;
  while (at < text.length && !signs.has(text[at] ?? '')) at += 1;
  return at;
}

/** Where a place ends that no construct is looked for in; the place itself where there is none. */
function skip(
  text: string,
  index: number,
  { spans, mdx }: { spans: (index: number) => number; mdx: boolean },
): number {
  const sign = text[index];
  if (mdx && sign === '<' && /^<(?:!--|https?:|mailto:)/.test(text.slice(index, index + 8)))
    return index;
  if (sign === '\\') return Math.min(text.length, index + 2);
  if (sign === '`') return spans(index);
  if (sign === '<' && text[index + 1] !== '%') return endOfTag(text, index);
  if (sign === ']' && text[index + 1] === '(') return endOfAddress(text, index);
  if (sign === ':' && text.startsWith('://', index)) return endOfUrl(text, index);
  return index;
}

/** What is passed over, with the templates in an address resolved. */
const known = (source: string, sign: string, at: { state: State; line: number }): string =>
  (sign === '<' || sign === ']') && /\{[{%]/.test(source) && !at.state.mdx
    ? plainAddress(source, sign === ']' ? 'link' : 'tag', at)
    : source;

function firstPut(rules: readonly InlineRule[], spot: Spot) {
  const sign = spot.text[spot.index] ?? '';
  for (const rule of rules) {
    if (!rule.begins.includes(sign)) continue;
    const put = rule.at(spot);
    if (put) return put;
  }
  return null;
}

/** Collects the new text, and for each of its lines where it comes from. */
function writerOf(lines: readonly Line[]) {
  const out: Line[] = [];
  let at = 0;
  let current = '';
  let from = lines[0]?.from ?? 1;
  const line = () => lines[Math.min(at, lines.length - 1)]?.from ?? 1;
  const end = () => {
    out.push({ text: current, from });
    current = '';
  };
  return {
    line,
    copy(text: string) {
      if (!text.includes('\n')) {
        current += text;
        return;
      }
      const parts = text.split('\n');
      for (const [index, part] of parts.entries()) {
        if (index > 0) {
          end();
          at += 1;
          from = line();
        }
        current += part;
      }
    },
    put(text: string, source: string) {
      current += text;
      at += source.split('\n').length - 1;
    },
    done(): Line[] {
      end();
      return out;
    },
  };
}
