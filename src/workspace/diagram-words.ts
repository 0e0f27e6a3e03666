import type { DiagramKind, Line } from './diagram-kinds.ts';
import { mermaid } from './mermaid.ts';

/** A word that is not drawn, and its line. */
export interface Lost {
  readonly word: string;
  readonly line: Line;
}

/**
 * The first word of a diagram that its drawing leaves out, or null: the library passes over what it does
 * not understand, and a reader would miss an arrow without knowing.
 */
export function lostWord(kind: DiagramKind, lines: readonly Line[], svg: string): Lost | null {
  const drawn = wordsOfSvg(svg);
  const header = lines.findIndex(({ text }) => kind.first.test(text));
  for (const line of lines.slice(header + 1)) {
    const alone = kind.group?.test(line.text) ? null : wordsOfLine(kind, line.text);
    const text = withoutMarks(line.text.replace(LETTERS_IN_ARROWS, ' '));
    const word = wordsOf(text).find((one) => isLost(one, kind, alone ?? drawn));
    if (word !== undefined) return { word, line };
  }
  return null;
}

const isLost = (word: string, kind: DiagramKind, drawn: ReadonlySet<string>): boolean =>
  !drawn.has(word) &&
  !kind.keywords.has(word.toLowerCase()) &&
  !(kind.header === 'xychart-beta' && /^\d/.test(word));

/** Arrows of sequences and relations of entities, some of which are written with letters. */
const LETTERS_IN_ARROWS = /(?<=\s)[|o{}]{2}(?:--|\.\.)[|o{}]{2}(?=\s)|--?x(?=\w+\s*:)/;

/** What is drawn of a line by itself; null where a line is not read by itself. */
function wordsOfLine(kind: DiagramKind, text: string): ReadonlySet<string> | null {
  const source = `${kind.header}\n${text}`;
  if (kind.header === 'sequenceDiagram') return wordsOfSvg(mermaid().renderMermaidSVG(source));
  if (!kind.isGraph) return null;
  const { nodes, edges } = mermaid().parseMermaid(source);
  const labels = [...nodes.values()].flatMap(({ id, label }) => [id, label]);
  const told = [...labels, ...edges.map(({ label }) => label ?? '')].join(' ');
  return new Set(wordsOf(withoutMarks(told)));
}

/** Words in the texts and data of a drawing. */
const wordsOfSvg = (svg: string): ReadonlySet<string> =>
  new Set(
    [...svg.matchAll(/ data-[\w-]+="([^"]*)"|>([^<]*)</g)].flatMap(([, data, text]) =>
      wordsOf(withoutMarks(decoded(data ?? text ?? ''))),
    ),
  );

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Text without what only shapes it: line breaks, bold and the like, and characters by their names. */
const withoutMarks = (text: string): string =>
  text.replaceAll(/<\/?(?:br|b|strong|i|em|u|s|del|sub|sup|small|mark)\s*\/?>|\\n|&#?\w+;/gi, ' ');

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
