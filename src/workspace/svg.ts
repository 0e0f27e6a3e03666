import sax from 'sax';
import { isPicture } from '../domain/body/data-image.ts';
import { problemOf } from '../domain/checks/rule.ts';
import { safeContent } from '../domain/checks/rules/safe-content.ts';
import { at, type Problem } from '../domain/problems/problem.ts';
import { attributes, dangerOfStyle, drawing } from './svg-allowed.ts';
import { pointAt } from './text.ts';

/** An SVG as it may be published, and what of it must not be there. */
interface ReadSvg {
  /** The drawing alone, written anew: what is not known to draw is not in it. */
  readonly clean: string;
  readonly dangers: readonly Danger[];
}

interface Danger {
  readonly messageId: 'picture' | 'pictureBroken' | 'pictureElement' | 'pictureCopies';
  readonly what: string;
  readonly offset: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XHTML = 'http://www.w3.org/1999/xhtml';
const MAX_COPIES = 500;
const EMPTY = `<svg xmlns="${SVG}"/>`;

/** Each danger of an SVG once, at its line; empty for a picture that only draws. */
export function dangersOf(text: string, path: string): Problem[] {
  const told = new Set<string>();
  return readSvg(text).dangers.flatMap(({ messageId, what, offset }) => {
    if (told.has(messageId + what)) return [];
    told.add(messageId + what);
    const position = at(pointAt(text, offset));
    return [problemOf(safeContent, { messageId, path, position, args: { what } })];
  });
}

/** The drawing of an SVG without anything that a browser would run or load. */
export const cleanSvg = (text: string): string => readSvg(text).clean;

/** Reads an SVG with a parser that expands no entities of its own and loads nothing. */
function readSvg(text: string): ReadSvg {
  const dangers: Danger[] = [];
  const out: string[] = [];
  const copies = copiesSeen();
  /** The name of each open element, or null for one that is left out. */
  const open: (string | null)[] = [];
  const parser = sax.parser(true, { xmlns: true, strictEntities: true });
  const add = (
    messageId: Danger['messageId'],
    what: string,
    offset = parser.startTagPosition - 1,
  ) => void dangers.push({ messageId, what, offset: Math.max(0, Math.min(offset, text.length)) });
  parser.onopentag = (tag) => {
    if (open.length === 0 && out.length > 0) throw new Error('a second picture begins here');
    const kept = open.at(-1) !== null && judge(tag, open.length === 0, add);
    open.push(kept ? tag.local : null);
    if (kept)
      out.push(`<${tag.local}${open.length === 1 ? ` xmlns="${SVG}"` : ''}${given(tag, add)}>`);
    copies.open(tag, parser.startTagPosition - 1);
  };
  parser.onclosetag = () => {
    const name = open.pop();
    if (name) out.push(`</${name}>`);
    copies.close();
  };
  parser.ontext = (words) => {
    const within = open.at(-1);
    const danger = within === 'style' ? dangerOfStyle(words) : null;
    if (danger !== null) add('picture', danger);
    else if (within) out.push(escaped(words));
  };
  parser.oncdata = parser.ontext;
  parser.ondoctype = (words) => {
    if (words.includes('[')) add('picture', 'an entity of its own', text.indexOf('<!'));
  };
  parser.onprocessinginstruction = ({ name }) => {
    if (name !== 'xml') add('picture', 'an instruction to programs', text.indexOf(`<?${name}`));
  };
  const broken = read(parser, text);
  if (broken !== null) {
    add('pictureBroken', broken, parser.position - 1);
    return { clean: EMPTY, dangers };
  }
  if (out.length === 0 && dangers.length === 0) add('pictureBroken', 'nothing is in it');
  dangers.push(...copies.dangers());
  return { clean: out.join('') || EMPTY, dangers };
}

/** Why a text is no XML, or null where it is. */
function read(parser: sax.Parser, text: string): string | null {
  parser.onerror = (error) => {
    throw error;
  };
  try {
    parser.write(text).close();
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message.split('\n')[0] : '') || 'it is no XML';
  }
}

type Tag = sax.Tag;
type Add = (messageId: Danger['messageId'], what: string) => void;

/** Whether an element is kept; one that would do more than draw is told. */
function judge({ local, uri, name }: Tag, isRoot: boolean, add: Add): boolean {
  if (uri === SVG && (isRoot ? local === 'svg' : drawing.has(local))) return true;
  if (/script|handler|listener/i.test(local)) add('picture', 'a script');
  else if (uri === XHTML || /^(?:foreignObject|iframe|embed|object)$/i.test(local))
    add('picture', 'HTML or another document');
  else if (isRoot) add('pictureBroken', `it does not begin with <svg xmlns="${SVG}">`);
  else if (uri === SVG && local !== 'metadata') add('pictureElement', `<${name}>`);
  // What editors of drawings note for themselves, in a namespace of theirs, is left out without a word.
  return false;
}

/** The attributes of an element as they are published. */
function given(tag: Tag, add: Add): string {
  return Object.values(tag.attributes)
    .filter((attribute) => isKept(tag, attribute, add))
    .map(({ local, value }) => ` ${local}="${escaped(value)}"`)
    .join('');
}

function isKept(tag: Tag, { local, uri, value }: sax.Attribute, add: Add): boolean {
  if (/^on/i.test(local)) add('picture', 'an event handler');
  else if (local === 'href' && (uri === '' || uri === XLINK)) {
    if (value.startsWith('#') || (tag.local === 'image' && isPicture(value.trim()))) return true;
    add('picture', 'an address that leads out of it');
  } else if (uri === '' && /^aria-[a-z]+$/.test(local)) return true;
  else if (uri === '' && attributes.has(local)) {
    const danger = /^(?:id|class|role)$/.test(local) ? null : dangerOfStyle(value);
    if (danger === null) return true;
    add('picture', danger);
  } else if (/^(?:src|data|action|formaction|poster|base)$/.test(local))
    add('picture', 'an address that leads out of it');
  return false;
}

/** Finds copies of copies, of which a few lines can ask for millions. */
function copiesSeen() {
  const open: string[] = [];
  const holding = new Set<string>();
  const asked: { id: string; offset: number }[] = [];
  return {
    open({ local, attributes: all }: Tag, offset: number) {
      open.push(all['id']?.value ?? '');
      if (local !== 'use') return;
      for (const id of open) holding.add(id);
      const href = all['href'] ?? Object.values(all).find((one) => one.local === 'href');
      asked.push({ id: href?.value.replace(/^#/, '') ?? '', offset });
    },
    close: () => void open.pop(),
    dangers(): Danger[] {
      const nested = asked.find(({ id }) => id !== '' && holding.has(id)) ?? asked[MAX_COPIES];
      return nested ? [{ messageId: 'pictureCopies', what: '', offset: nested.offset }] : [];
    },
  };
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, (one) => (one === '\n' ? '\n' : `&#${one.charCodeAt(0)};`));
