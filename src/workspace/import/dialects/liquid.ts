import { fenced, linkTo, opening, shown } from './elements.ts';
import type { Cursor, Family, Spot, Tag, TagRule, Taken } from './family.ts';
import { isNote } from './kinds.ts';
import { blankAt, type Line } from './line.ts';
import { noteLines } from './note.ts';
import { firstOf, parametersOf } from './parameters.ts';
import { list, type State } from './state.ts';
import { isBlockName, pairAt, tagAlone } from './tag-blocks.ts';

const TAG =
  /\{%-?\s*(end|\/)?\s*([A-Za-z_][\w./-]{0,80})((?:"[^"{]{0,2000}"|'[^'{]{0,2000}'|[^"'{}%]|%(?!\})|\{(?![{%])|\}|["']){0,3000}?)-?%\}/y;

const tags: TagRule = { mark: /\{%/, read, isBlock: isBlockName };

/** Tags of Liquid as Jekyll, GitBook and Markdoc have them. */
export const liquid: Family = {
  regions: [
    { open: codeRegion, make: codeLines },
    { open: commentRegion, make: commentLines },
  ],
  blocks: [{ at: note }, { at: (cursor: Cursor): Taken | null => pairAt(cursor, tags) }],
  inlines: [{ begins: '{', at: tag }],
  tags: [tags],
};

function read(text: string, index: number): Tag | null {
  if (text[index + 1] !== '%') return null;
  TAG.lastIndex = index;
  const found = TAG.exec(text);
  if (!found) return null;
  const [whole, closing, name = '', rest = ''] = found;
  const kind = closing ? 'close' : 'open';
  return { name, rest: rest.replace(/\/\s*$/, ''), kind, start: index, end: index + whole.length };
}

const CODE = /^\s*\{%-?\s*(highlight|mermaid|plantuml)\b([^{}]{0,300}?)-?%\}(.*)$/;

function codeRegion(text: string) {
  const found = text.includes('{%') ? CODE.exec(text) : null;
  if (!found) return null;
  const closes = new RegExp(`\\{%-?\\s*end${found[1]}\\s*-?%\\}\\s*$`);
  return { closes, sameLine: closes.test(text) };
}

const END = /\{%-?\s*end\w+\s*-?%\}\s*$/;

function codeLines(lines: readonly Line[]): Line[] {
  const first = lines[0] as Line;
  const last = lines.at(-1) as Line;
  const [, name = '', rest = '', behind = ''] = CODE.exec(first.text) ?? [];
  const language = name === 'highlight' ? (/^\s*([\w+#.-]+)/.exec(rest)?.[1] ?? '') : name;
  const one = lines.length === 1;
  const head = one ? behind.replace(END, '') : behind;
  const tail = one ? '' : last.text.replace(END, '');
  const inner = [
    ...(/\S/.test(head) ? [{ text: head, from: first.from }] : []),
    ...lines.slice(1, -1),
    ...(/\S/.test(tail) ? [{ text: tail, from: last.from }] : []),
  ];
  return fenced(language, inner, { from: first.from, to: last.from });
}

function commentRegion(text: string) {
  if (!/^\s*\{%-?\s*comment\s*-?%\}/.test(text)) return null;
  const closes = /\{%-?\s*endcomment\s*-?%\}\s*$/;
  return { closes, sameLine: closes.test(text) };
}

function commentLines(lines: readonly Line[], state: State): Line[] {
  const from = lines[0]?.from ?? 1;
  const text = lines.map((line) => line.text).join('\n');
  list(state, { line: from, kind: 'comment', text, became: 'Left out: comments are not shown.' });
  return [blankAt(from)];
}

/** `{% include note.html content="…" %}`, as documentation themes write their notes. */
function note({ lines, index, inside }: Cursor): Taken | null {
  const line = lines[index] as Line;
  if (!line.text.includes('{%')) return null;
  const found = tagAlone(line.text, tags);
  if (!found || !/^include(?:_relative|_cached)?$/.test(found.name)) return null;
  const { named, placed } = parametersOf(found.rest);
  const word = (placed[0] ?? '').replace(/^.*\/|\.\w+$/g, '');
  const content = named['content'] ?? named['text'];
  const kind = isNote(word) ? (named['type'] ?? word) : '';
  if (!content || kind === '') return null;
  const span = { inside, from: line.from, to: line.from };
  const text = [{ text: content, from: line.from }];
  return { lines: noteLines(kind, named['title'], text, span), next: index + 1 };
}

function tag({ text, index, line, state }: Spot) {
  const found = read(text, index);
  if (!found) return null;
  const source = text.slice(index, found.end).replaceAll(/\s*\n\s*/g, ' ');
  const raw = found.name === 'raw' && found.kind === 'open' ? rawText(text, found.end) : null;
  if (raw) return raw;
  const { named, placed } = parametersOf(found.rest);
  const name = found.kind === 'open' ? found.name.toLowerCase() : '';
  if (/^(?:raw|endraw)$/.test(found.name)) {
    list(state, { line, kind: 'template tag', text: source });
    return { end: found.end, text: '' };
  }
  if (/^(?:link|post_url)$/.test(name) && placed[0])
    return { end: found.end, text: linkTo(placed[0], placed[0]) };
  if (/^include/.test(name) && placed[0] && !/\{/.test(placed[0])) {
    const src = firstOf({ named, placed }, 'file', 'src', 'url', 'image', 'image_path', 'path');
    const isImage = /^(?:image|figure|img|screenshot|inline_image)\b/.test(
      placed[0].replace(/^.*\//, ''),
    );
    if (isImage && src) {
      list(state, { line, kind: 'include', text: source, became: 'Became an image.' });
      const alt = named['alt'] ?? named['caption'] ?? named['title'] ?? '';
      const caption = named['caption'] === alt ? '' : (named['caption'] ?? '');
      return { end: found.end, text: `${opening('img', { src, alt })}${caption && ` ${caption}`}` };
    }
  }
  return { end: found.end, text: shown('template tag', source) };
}

/** What stands between `raw` and `endraw` is meant to be read: its braces as code, not as templates. */
function rawText(text: string, start: number) {
  const inner = text.slice(start, start + 2000);
  const close = /\{%-?\s*endraw\s*-?%\}/.exec(inner);
  if (
    !close ||
    inner.slice(0, close.index).includes('`') ||
    inner.slice(0, close.index).includes('\n')
  )
    return null;
  const plain = inner.slice(0, close.index);
  const shownText = plain.replaceAll(
    /\{\{[^{}]{0,300}\}\}|\{%[^{}]{0,300}%\}/g,
    (one) => `\`${one}\``,
  );
  return { end: start + close.index + close[0].length, text: shownText };
}
