import { append } from '../../../domain/import/lists.ts';
import type { Tag, TagRule } from './family.ts';
import type { Line } from './line.ts';
import type { Segment } from './segments.ts';
import { endOfSpan } from './skip.ts';

/**
 * Puts tags that are blocks on lines of their own, and a tag that goes over several lines on one; lines keep
 * where they come from. Answers the same lines where there is nothing to do.
 */
export function splitTags(
  lines: readonly Line[],
  segments: readonly Segment[],
  rules: readonly TagRule[],
): readonly Line[] {
  if (rules.length === 0) return lines;
  const out: Line[] = [];
  let run: Line[] = [];
  const flush = () => {
    append(out, splitRun(run, rules));
    run = [];
  };
  for (const { kind, start, end } of segments) {
    const text = lines[start]?.text ?? '';
    if (kind === 'text' && !text.startsWith('|')) run.push(lines[start] as Line);
    else {
      flush();
      for (let index = start; index < end; index += 1) out.push(lines[index] as Line);
    }
  }
  flush();
  return out;
}

function splitRun(run: readonly Line[], rules: readonly TagRule[]): readonly Line[] {
  const text = run.map((line) => line.text).join('\n');
  const used = rules.filter(({ mark }) => mark.test(text));
  if (used.length === 0) return run;
  const cuts = cutsOf(text, used);
  if (cuts.length === 0) return run;
  const starts = startsOf(run);
  const out: Line[] = [];
  let from = 0;
  const plain = (end: number) => {
    if (/\S/.test(text.slice(from, end))) append(out, pieces(text, from, end, { run, starts }));
  };
  for (const { start, end, block } of cuts) {
    const before = indentAt(text, start);
    if (!block) continue;
    plain(start);
    const one = text.slice(start, end).replace(/\s*\n\s*/g, ' ');
    out.push({ text: `${before}${one}`, from: lineAt(starts, run, start) });
    from = end;
  }
  plain(text.length);
  return out;
}

/** The tags of a text outside of code spans that are blocks. */
function cutsOf(text: string, rules: readonly TagRule[]): (Tag & { block: boolean })[] {
  const cuts: (Tag & { block: boolean })[] = [];
  const spans = endOfSpan(text);
  for (let index = 0; index < text.length; ) {
    if (text[index] === '`') {
      index = spans(index);
      continue;
    }
    const tag = text[index] === '{' ? read(text, index, rules) : null;
    if (tag) {
      const alone = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, index - 40), index));
      const last = /^[ \t]*(?:\n|$)/.test(text.slice(tag.end, tag.end + 40));
      const long = text.slice(tag.start, tag.end).includes('\n');
      if (tag.block || (alone && last && long)) cuts.push({ ...tag, block: true });
    }
    index = tag ? tag.end : index + 1;
  }
  return cuts;
}

function read(text: string, index: number, rules: readonly TagRule[]) {
  for (const rule of rules) {
    const tag = rule.read(text, index);
    if (tag) return { ...tag, block: rule.isBlock(tag.name) };
  }
  return null;
}

function startsOf(run: readonly Line[]): number[] {
  let at = 0;
  return run.map((line) => {
    const start = at;
    at += line.text.length + 1;
    return start;
  });
}

function lineAt(starts: readonly number[], run: readonly Line[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return run[low]?.from ?? 1;
}

/** White space at the head of the line that a place stands in. */
function indentAt(text: string, offset: number): string {
  const head = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(head, Math.min(offset, head + 200)))?.[0] ?? '';
}

function pieces(
  text: string,
  from: number,
  end: number,
  { run, starts }: { run: readonly Line[]; starts: readonly number[] },
): Line[] {
  const before = from > 0 && text[from - 1] !== '\n' ? indentAt(text, from) : '';
  const out: Line[] = [];
  let at = from;
  for (const part of text.slice(from, end).split('\n')) {
    const words = at === from ? before + part.trimStart() : part;
    if (/\S/.test(words))
      out.push({
        text: at === from && before === '' ? part : words,
        from: lineAt(starts, run, at),
      });
    at += part.length + 1;
  }
  return out;
}
