import { wrapped } from './elements.ts';
import { noteOf } from './kinds.ts';
import { blankAt, type Line, trimmed } from './line.ts';

/** Translates lines that stand inside a construct. */
type Inside = (lines: readonly Line[]) => Line[];

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Place extends Span {
  readonly inside: Inside;
}

/** A note of any dialect; a heading that holds more than words stands first in its text. */
export function noteLines(
  word: string,
  title: string | undefined,
  inner: readonly Line[],
  { inside, ...span }: Place,
): Line[] {
  const note = noteOf(word, title);
  const marked = note.title !== undefined && MARKED.test(note.title);
  const body = trimmed(inside(inner));
  const head = marked
    ? [...inside([{ text: `**${note.title}**`, from: span.from }]), blankAt(span.from)]
    : [];
  const text = body.length + head.length > 0 ? body : [];
  // A note without text would be an empty box: its heading is its text then.
  if (text.length === 0 && head.length === 0)
    return wrapped(
      'x-aside',
      { type: note.type },
      [{ text: note.title ?? word, from: span.from }],
      span,
    );
  const attributes = { type: note.type, title: marked ? undefined : note.title };
  return wrapped('x-aside', attributes, [...head, ...text], span);
}

/** What folds: a summary, and the text behind it. */
export function detailsLines(
  summary: string,
  inner: readonly Line[],
  { inside, ...span }: Place,
): Line[] {
  const { from } = span;
  const head = [
    { text: '<summary>', from },
    blankAt(from),
    ...inside([{ text: summary, from }]),
    blankAt(from),
    { text: '</summary>', from },
    blankAt(from),
  ];
  return wrapped('details', {}, [...head, ...trimmed(inside(inner))], span);
}

/** Cases of one instruction; labels that are said twice are told apart. */
export function tabsLines(
  tabs: readonly {
    readonly label: string;
    readonly lines: readonly Line[];
    readonly from: number;
  }[],
  span: Span,
): Line[] {
  const seen = new Map<string, number>();
  const inner = tabs.flatMap(({ label, lines, from }) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    const own = count === 1 ? label : `${label} (${count})`;
    const to = lines.at(-1)?.from ?? from;
    return wrapped('x-tab', { label: own }, trimmed(lines), { from, to });
  });
  return wrapped('x-tabs', {}, inner, span);
}

/** Signs of Markdown that an attribute would show as they are. */
const MARKED = /\]\(|\[\[|[*_<]|\{[{%]/;
