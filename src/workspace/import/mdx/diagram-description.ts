import { type DiagramKind, kindOf, linesOf } from '../../diagram-kinds.ts';
import { mermaid } from '../../mermaid.ts';

/** What a drawing says, in the words of its own text and nothing else; empty where it has none. */
export function describedDiagram(source: string): string {
  const kind = kindOf(linesOf(source));
  if (kind === null) return '';
  const said = kind.isGraph ? graphWords(source, kind) : lineWords(source, kind);
  return said
    .map((one) =>
      one
        .replaceAll(/<\/?[a-z]{1,10}\s*\/?>|\\n/gi, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((one) => one !== '')
    .map((one) => (/[.!?:;…]$/.test(one) ? one : `${one}.`))
    .join(' ');
}

/** The name that a diagram gives itself, or null. */
export function titleOfDiagram(source: string): string | null {
  for (const { text } of linesOf(source)) {
    const title = /^title(?:\s*:\s*|\s+)"?([^"]{1,120}?)"?$/.exec(text)?.[1]?.trim();
    if (title) return title;
  }
  return null;
}

/** What a diagram is called that nothing names: the word that it begins with. */
export const kindName = (source: string): string =>
  names.get(kindOf(linesOf(source))?.header ?? '') ?? 'Diagram';

const names: ReadonlyMap<string, string> = new Map([
  ['flowchart LR', 'Flowchart'],
  ['sequenceDiagram', 'Sequence diagram'],
  ['stateDiagram-v2', 'State diagram'],
  ['classDiagram', 'Class diagram'],
  ['erDiagram', 'Entity relationship diagram'],
  ['xychart-beta', 'Chart'],
]);

/** Each arrow with the labels at its ends, then the groups and the boxes that no arrow names. */
function graphWords(written: string, { repair }: DiagramKind): string[] {
  const { nodes, edges, subgraphs } = mermaid().parseMermaid(
    repair ? written.replaceAll(...repair) : written,
  );
  const labelOf = (id: string): string => (nodes.get(id)?.label ?? id) || '•';
  const arrows = edges.map(({ source, target, label, hasArrowStart, hasArrowEnd }) =>
    joined(`${labelOf(source)} ${arrowOf(hasArrowStart, hasArrowEnd)} ${labelOf(target)}`, label),
  );
  const linked = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const alone = [...nodes.values()].flatMap(({ id, label }) => (linked.has(id) ? [] : [label]));
  return [...arrows, ...groupWords(subgraphs, labelOf), ...alone];
}

const arrowOf = (start: boolean, end: boolean): string => {
  if (start) return end ? '↔' : '←';
  return end ? '→' : '–';
};

interface Group {
  readonly label: string;
  readonly nodeIds: readonly string[];
  readonly children: readonly Group[];
}

const groupWords = (groups: readonly Group[], labelOf: (id: string) => string): string[] =>
  groups.flatMap(({ label, nodeIds, children }) => [
    `${label}: ${[...nodeIds.map(labelOf), ...children.map((one) => one.label)].join(', ')}`,
    ...groupWords(children, labelOf),
  ]);

/** The lines of a diagram, with the names that participants have in the place of their short ones. */
function lineWords(source: string, kind: DiagramKind): string[] {
  const lines = linesOf(source).flatMap(({ text }) => (kind.first.test(text) ? [] : [text]));
  const names = new Map<string, string>();
  const said: string[] = [];
  for (const line of lines) {
    const [, id, label] = /^(?:participant|actor)\s+(\S+)(?:\s+as\s+(.+))?$/.exec(line) ?? [];
    if (id !== undefined) names.set(id, label ?? id);
    else said.push(sentence(line, kind, names));
  }
  const told = said.join(' ');
  return [...said, ...[...names.values()].filter((name) => !told.includes(name))];
}

const MESSAGE = /^(.{1,100}?)\s*(<<)?(--?)(>>|>|x|\))[+-]?\s*([^:]{1,100}?)\s*(?::\s*(.{0,300}))?$/;
const RELATION =
  /^(\S{1,100})\s+(?:".{1,40}?"\s+)?[|}o<*]{0,2}(?:--|\.\.)[|{o>*]{0,2}\s+(?:".{1,40}?"\s+)?(\S{1,100})(?:\s*:\s*(.{0,300}))?$/;

function sentence(
  line: string,
  { header }: DiagramKind,
  names: ReadonlyMap<string, string>,
): string {
  if (SILENT.test(line)) return '';
  const plain = line.replaceAll(/[{}"]/g, '').trim();
  if (header === 'xychart-beta') return plain;
  if (header !== 'sequenceDiagram') {
    const [, from, to, words] = RELATION.exec(line) ?? [];
    return from && to ? joined(`${from} – ${to}`, words?.replaceAll('"', '')) : plain;
  }
  const note = /^note\s[^:]{1,200}:\s*(.+)$/i.exec(line)?.[1];
  if (note) return note;
  const named = (id: string): string => names.get(id.trim()) ?? id.trim();
  const [, from, both, , , to, words] = MESSAGE.exec(line) ?? [];
  return from && to ? joined(`${named(from)} ${both ? '↔' : '→'} ${named(to)}`, words) : plain;
}

/** Lines that say nothing by themselves. */
const SILENT = /^(?:end|[{}]|autonumber.*|(?:de)?activate\s.*)$/;

const joined = (ends: string, words: string | undefined): string =>
  words ? `${ends}: ${words}` : ends;
