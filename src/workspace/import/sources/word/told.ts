import type { Listed } from '../../../../domain/import/model.ts';
import type { WordPackage } from './package.ts';
import { readXml } from './xml.ts';

/** Text that Word marks as deleted or moved away, comments, and what stands on each page's edge. */
export function toldOf(word: WordPackage): Listed[] {
  const edges = word.paths.filter((path) => /^word\/(?:header|footer)\d*\.xml$/.test(path));
  const edgeTexts = edges.map((path) =>
    paragraphsOf(word.text(path) ?? '')
      .join('\n')
      .trim(),
  );
  return [
    ...notesIn(word.text(word.main) ?? '', ['w:del', 'w:moveFrom'], deletion),
    ...notesIn(word.text('word/comments.xml') ?? '', ['w:comment'], comment),
    ...[...new Set(edgeTexts)].filter(Boolean).map(edge),
  ];
}

type Note = (author: string, day: string, text: string) => Listed;

const listed = (kind: string, text: string, became: string): Listed => ({
  line: null,
  kind,
  text,
  became,
});

const by = (author: string, day: string): string =>
  author === '' ? '' : ` by ${author}${day === '' ? '' : ` on ${day}`}`;

const deletion: Note = (author, day, text) =>
  listed('deleted text', text, `Left out: marked as deleted${by(author, day)}.`);

const comment: Note = (author, day, text) =>
  listed('comment', text, `Left out: a comment${by(author, day)}.`);

const edge = (text: string): Listed =>
  listed('page header', text, 'Left out: it stands at the edge of each printed page.');

/** The text inside elements of some names, with who made the mark and when. */
function notesIn(xml: string, names: readonly string[], note: Note): Listed[] {
  const found: Listed[] = [];
  let open: { name: string; author: string; day: string; text: string } | null = null;
  let isText = false;
  readXml(xml, {
    open: (name, attribute) => {
      if (!open && names.includes(name))
        open = {
          name,
          author: attribute('w:author'),
          day: attribute('w:date').slice(0, 10),
          text: '',
        };
      isText = name === 'w:t' || name === 'w:delText';
      if (open && (name === 'w:tab' || name === 'w:br')) open.text += ' ';
    },
    close: (name) => {
      isText = false;
      if (open && name === 'w:p') open.text += '\n';
      if (open?.name !== name) return;
      if (open.text.trim() !== '') found.push(note(open.author, open.day, open.text.trim()));
      open = null;
    },
    text: (value) => {
      if (open && isText) open.text += value;
    },
  });
  return found;
}

/** The text of each paragraph of a part that readers see, formulas included. */
export function paragraphsOf(xml: string): string[] {
  const done: string[] = [];
  const open: string[] = [];
  let hidden = 0;
  let isText = false;
  const add = (value: string) => {
    if (hidden === 0 && open.length > 0) open.push(`${open.pop()}${value}`);
  };
  readXml(xml, {
    open: (name) => {
      if (HIDDEN.has(name)) hidden++;
      if (name === 'w:p') open.push('');
      if (name === 'w:tab' || name === 'w:br') add(' ');
      isText = name === 'w:t' || name === 'm:t' || name === 'a:t';
    },
    close: (name) => {
      isText = false;
      if (HIDDEN.has(name)) hidden--;
      if (name === 'w:p') done.push(open.pop() ?? '');
    },
    text: (value) => {
      if (isText) add(value);
    },
  });
  return done.map((text) => text.trim()).filter(Boolean);
}

/** The same words in older drawing, and what is moved away or deleted. */
const HIDDEN: ReadonlySet<string> = new Set(['mc:Fallback', 'w:moveFrom', 'w:del']);
