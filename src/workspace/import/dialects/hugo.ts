import { fenced, linkTo, opening, shown } from './elements.ts';
import type { Cursor, Family, Spot, Tag, TagRule, Taken } from './family.ts';
import type { Line } from './line.ts';
import { firstOf, parametersOf } from './parameters.ts';
import { list, type State } from './state.ts';
import { isBlockName, pairAt } from './tag-blocks.ts';

const TAG =
  /\{\{([<%])\s*(\/?)\s*([A-Za-z_][\w./-]{0,80})((?:"(?:[^"\\{]|\\.|\{(?!\{)){0,2000}"|`[^`]{0,2000}`|[^"`{}]|\{(?!\{)|\}(?!\})){0,3000}?)\s*([>%])\}\}/y;

/** Shortcodes of Hugo in both forms. */
const tags: TagRule = { mark: /\{\{[<%]/, read, isBlock: isBlockName };

export const hugo: Family = {
  regions: [{ open: codeRegion, make: codeLines }],
  blocks: [{ at: (cursor: Cursor): Taken | null => pairAt(cursor, tags) }],
  inlines: [{ begins: '{', at: shortcode }],
  tags: [tags],
};

function read(text: string, index: number): Tag | null {
  if (text[index + 1] !== '{') return null;
  TAG.lastIndex = index;
  const found = TAG.exec(text);
  if (!found) return null;
  const [whole, , slash, name = '', rest = ''] = found;
  const alone = rest.trimEnd().endsWith('/');
  const kind = slash === '/' ? 'close' : 'open';
  const end = index + whole.length;
  return { name, rest: alone ? rest.trimEnd().slice(0, -1) : rest, kind, start: index, end };
}

const CODE =
  /^\s*\{\{[<%]\s*(highlight|mermaid|code|codeblock|plantuml)\b([^{}]{0,300}?)\s*[>%]\}\}(.*)$/;

function codeRegion(text: string) {
  if (!text.includes('{{')) return null;
  const found = CODE.exec(text);
  if (!found) return null;
  const closes = new RegExp(`\\{\\{[<%]\\s*/\\s*${found[1]}\\s*[>%]\\}\\}\\s*$`);
  return { closes, sameLine: closes.test(text) };
}

function codeLines(lines: readonly Line[]): Line[] {
  const first = lines[0] as Line;
  const last = lines.at(-1) as Line;
  const [, name = '', rest = '', behind = ''] = CODE.exec(first.text) ?? [];
  const language = name === 'mermaid' || name === 'plantuml' ? name : languageOf(rest);
  const one = lines.length === 1;
  const head = one ? behind.replace(/\{\{[<%]\s*\/[^{}]*\}\}\s*$/, '') : behind;
  const tail = one ? '' : last.text.replace(/\{\{[<%]\s*\/[^{}]*\}\}\s*$/, '');
  const inner = [
    ...(/\S/.test(head) ? [{ text: head, from: first.from }] : []),
    ...lines.slice(1, -1),
    ...(/\S/.test(tail) ? [{ text: tail, from: last.from }] : []),
  ];
  return fenced(language, inner, { from: first.from, to: last.from });
}

const languageOf = (rest: string): string => {
  const parameters = parametersOf(rest);
  const word = firstOf(parameters, 'lang', 'language') ?? parameters.placed[0] ?? '';
  return /^[\w+#.-]+$/.test(word) ? word : '';
};

const COMMENT =
  /\{\{([<%])\/\*((?:[^*]|\*(?!\/)){0,2000})\*\/([>%])\}\}|\{\{\/\*((?:[^*]|\*(?!\/)){0,2000})\*\/\}\}/y;

function shortcode(spot: Spot) {
  const { text, index, line, state } = spot;
  if (text[index + 1] !== '{') return null;
  COMMENT.lastIndex = index;
  const quoted = COMMENT.exec(text);
  if (quoted) return quotedTag(quoted, spot);
  const tag = read(text, index);
  if (!tag) return null;
  const source = text.slice(index, tag.end).replaceAll(/\s*\n\s*/g, ' ');
  const put = tag.kind === 'open' ? known(tag, source, { line, state }) : null;
  if (put !== null) return { end: tag.end, text: put };
  return { end: tag.end, text: shown('shortcode', source) };
}

/** A shortcode that is written to be read, or a comment. */
function quotedTag([whole, sign, inner = '', close, words]: RegExpExecArray, spot: Spot) {
  const end = spot.index + whole.length;
  if (words !== undefined) {
    list(spot.state, { line: spot.line, kind: 'comment', text: whole, became: HIDDEN });
    return { end, text: '' };
  }
  return { end, text: `\`\`{{${sign}${inner.replaceAll('\n', ' ')}${close}}}\`\`` };
}

const HIDDEN = 'Left out: comments are not shown.';

type Where = { readonly line: number; readonly state: State };

/** What a shortcode that stands alone becomes; null where nobody knows it. */
function known(tag: Tag, source: string, where: Where): string | null {
  const name = tag.name.toLowerCase();
  const parameters = parametersOf(tag.rest);
  const first = parameters.placed[0];
  if (/^(?:ref|relref)$/.test(name)) {
    const to = firstOf(parameters, 'path') ?? first;
    return to ? linkTo(to, to) : null;
  }
  if (/^(?:figure|img|image|imgproc|picture|lightbox)$/.test(name))
    return figure(tag, source, where);
  if (/^(?:include|readfile|docs\/shared|code_sample|codenew|example)$/.test(name)) {
    const file = firstOf(parameters, 'file', 'lookup', 'path', 'src') ?? first;
    if (!file) return null;
    list(where.state, { line: where.line, kind: 'include', text: source, became: INCLUDED });
    return linkTo(file, file);
  }
  if (/^(?:youtube|vimeo)$/.test(name)) return video(name, firstOf(parameters, 'id') ?? first);
  if (/^(?:glossary_tooltip|tooltip|abbr)$/.test(name))
    return tooltip(source, firstOf(parameters, 'text'), where);
  const address = firstOf(parameters, 'url', 'href', 'link');
  const words = firstOf(parameters, 'title', 'text', 'name') ?? address;
  if (address && words && /^(?:https?:\/\/|[./#])[^\s<>]*$/.test(address)) {
    list(where.state, {
      line: where.line,
      kind: 'shortcode',
      text: source,
      became: 'Became a link.',
    });
    return `[${words.replaceAll(/[[\]]/g, '\\$&')}](<${address}>)`;
  }
  if (/^(?:toc|br|clear|pagebreak)$/.test(name)) {
    list(where.state, { line: where.line, kind: 'shortcode', text: source });
    return '';
  }
  return null;
}

const INCLUDED = 'Became a link: the file is not put into the text.';

function figure({ rest }: Tag, source: string, { line, state }: Where): string | null {
  const parameters = parametersOf(rest);
  const src = firstOf(parameters, 'src', 'file', 'url', 'path') ?? parameters.placed[0];
  if (!src) return null;
  const caption = firstOf(parameters, 'caption', 'title') ?? '';
  const alt = firstOf(parameters, 'alt') ?? caption;
  const attribution = firstOf(parameters, 'attr') ?? '';
  list(state, { line, kind: 'shortcode', text: source, became: 'Became an image.' });
  const image = `${opening('img', { src, alt })}`;
  const link = firstOf(parameters, 'link');
  const words = [caption === alt ? '' : caption, attribution].filter((one) => one !== '').join(' ');
  return `${link ? `${opening('a', { href: link })}${image}</a>` : image}${words ? ` ${words}` : ''}`;
}

const video = (name: string, id: string | undefined): string | null => {
  if (!id || !/^[\w-]{1,40}$/.test(id)) return null;
  const address =
    name === 'vimeo' ? `https://vimeo.com/${id}` : `https://www.youtube.com/watch?v=${id}`;
  return `[${address}](${address})`;
};

function tooltip(source: string, words: string | undefined, { line, state }: Where): string | null {
  if (!words) return null;
  list(state, { line, kind: 'shortcode', text: source, became: 'Its words are kept.' });
  return words;
}
