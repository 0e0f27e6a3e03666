import type { Diagram } from '../domain/body/outline.ts';
import { type Finding, problemOf } from '../domain/checks/rule.ts';
import { components } from '../domain/checks/rules/components.ts';
import { at, type Problem } from '../domain/problems/problem.ts';
import { type DiagramKind, diagramKinds, kindOf, type Line, linesOf } from './diagram-kinds.ts';
import { type Lost, lostWord } from './diagram-words.ts';
import { mermaid } from './mermaid.ts';

/** A diagram as SVG, or why it cannot be drawn. */
export type Drawing =
  | { readonly svg: string; readonly trouble: null }
  | { readonly svg: null; readonly trouble: Trouble };

type Trouble = Pick<
  Finding<'kind' | 'line' | 'note' | 'directive' | 'size' | 'drawing'>,
  'messageId' | 'args'
> & {
  /** Lines below the first of the block. */
  readonly line: number;
};

/** More cannot be read, and takes its layout seconds. */
const LIMITS = { boxes: 60, arrows: 90, lines: 120, characters: 300 };

const known = new Map<string, Drawing>();

/** The drawing of a Mermaid text; each text is drawn once. */
export function drawingOf(source: string): Drawing {
  const drawing = known.get(source) ?? draw(source);
  known.set(source, drawing);
  return drawing;
}

/** What is wrong with the diagrams of a document, each at its line. */
export const problemsOfDiagrams = (diagrams: readonly Diagram[], path: string): Problem[] =>
  diagrams.flatMap(({ source, line, column }) => {
    const { trouble } = drawingOf(source);
    if (trouble === null) return [];
    const { line: below, ...finding } = trouble;
    const position = at({ line: line + below, column: below === 0 ? column : 1 });
    return [problemOf(components, { ...finding, path, position })];
  });

function draw(written: string): Drawing {
  const kind = kindOf(linesOf(written));
  const source = kind?.repair ? written.replaceAll(...kind.repair) : written;
  const lines = linesOf(source);
  const trouble = kind === null ? unknownKind(lines) : troubleBefore(kind, lines);
  if (kind === null || trouble !== null) return { svg: null, trouble: trouble as Trouble };
  try {
    return drawn(source, kind, lines);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : 'it is not understood';
    return failed({ messageId: 'drawing', line: 0, args: { reason: reason ?? '' } });
  }
}

function drawn(source: string, kind: DiagramKind, lines: readonly Line[]): Drawing {
  const crowd = kind.isGraph ? crowdOf(source) : null;
  if (crowd) return failed({ messageId: 'size', line: 0, args: crowd });
  const svg = mermaid().renderMermaidSVG(source, {
    font: 'sans-serif',
    padding: 12,
    transparent: true,
  });
  if (
    !/<(?:rect|circle|polygon|path|line)\b(?![^>]*\bmarker)/.test(
      svg.replace(/<defs>.*?<\/defs>/s, ''),
    )
  )
    return failed({ messageId: 'drawing', line: 0, args: { reason: 'nothing is in it' } });
  const lost = lostWord(kind, lines, svg);
  if (lost === null) return { svg, trouble: null };
  return failed(troubleOfLine(kind, lost));
}

/** Why a line is lost: a note that no message precedes, or a form that is not drawn. */
function troubleOfLine(kind: DiagramKind, { word, line: { text, below } }: Lost): Trouble {
  const source = text.slice(0, 80);
  const isNote = kind.header === 'sequenceDiagram' && /^note\b/i.test(text);
  if (isNote && /^note\s+(?:left of|right of|over)\s[^:]+:\s*\S/i.test(text))
    return { messageId: 'note', line: below, args: { source } };
  const expected = isNote ? 'Note over A,B: what is known' : kind.form;
  return { messageId: 'line', line: below, args: { word, source, expected } };
}

const failed = (trouble: Trouble): Drawing => ({ svg: null, trouble });

function unknownKind(lines: readonly Line[]): Trouble {
  const kinds = diagramKinds.map(({ header }) => header).join(', ');
  const args = { kind: lines[0]?.text.slice(0, 40) ?? '', kinds };
  return { messageId: 'kind', line: lines[0]?.below ?? 0, args };
}

function troubleBefore(kind: DiagramKind, lines: readonly Line[]): Trouble | null {
  for (const { text, below } of lines) {
    const word = kind.directive.exec(text)?.[1];
    if (word !== undefined) return { messageId: 'directive', line: below, args: { word } };
    if (text.length > LIMITS.characters)
      return {
        messageId: 'size',
        line: below,
        args: sizeOf(text.length, 'characters', 'a line of '),
      };
  }
  if (lines.length <= LIMITS.lines) return null;
  return { messageId: 'size', line: 0, args: sizeOf(lines.length, 'lines') };
}

/** What a graph has too many of; null for one that can be read. */
function crowdOf(source: string): Trouble['args'] | null {
  const { nodes, edges } = mermaid().parseMermaid(source);
  if (nodes.size > LIMITS.boxes) return sizeOf(nodes.size, 'boxes');
  return edges.length > LIMITS.arrows ? sizeOf(edges.length, 'arrows') : null;
}

const sizeOf = (count: number, what: keyof typeof LIMITS, before = '') => ({
  count: `${before}${count}`,
  what,
  limit: LIMITS[what],
});
