import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { MapLine, MapNode, MapView } from './views/map.ts';

/** The map with a place for everything, in units of the drawing. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly (MapNode &
    Box & { readonly lines: readonly string[]; readonly cut: boolean })[];
  readonly lines: readonly (MapLine & {
    readonly d: string;
    readonly labelAt: { readonly x: number; readonly y: number } | null;
  })[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 152;
const LINE = 19;
const NOTE = 18;
const PADDING = 9;

/** Letters of a title that fit into a box. */
const LETTERS = 17;

/** Rows of the drawing from top to bottom; systems take as many as their dependencies need. */
const partitions: Readonly<Record<MapNode['kind'], string>> = {
  source: '0',
  integration: '1',
  system: '2',
  receiver: '3',
};

/** Places the nodes in layers and leads the lines around them; the same graph gives the same drawing. */
export async function draw({ nodes, lines }: Pick<MapView, 'nodes' | 'lines'>): Promise<Drawing> {
  const titles = new Map(nodes.map((node) => [node.id, wrap(node.title)]));
  const graph: ElkNode = await new ELK().layout({
    id: 'map',
    layoutOptions: options,
    children: nodes.map((node) => ({
      id: node.id,
      width: WIDTH,
      height: heightOf(node, titles.get(node.id) ?? []),
      layoutOptions: { 'elk.partitioning.partition': partitions[node.kind] },
    })),
    edges: lines.map(edgeOf),
  });
  const places = new Map((graph.children ?? []).map((child) => [child.id, boxOf(child)]));
  const routes = new Map((graph.edges ?? []).map((edge) => [edge.id, edge]));
  return {
    width: Math.ceil(graph.width ?? 0),
    height: Math.ceil(graph.height ?? 0),
    boxes: nodes.map((node) => ({
      ...node,
      ...(places.get(node.id) ?? boxOf({ id: node.id })),
      lines: titles.get(node.id) ?? [],
      cut: (titles.get(node.id) ?? []).join(' ') !== node.title,
    })),
    lines: lines.map((line, index) => ({ ...line, ...routeOf(routes.get(`${index}`)) })),
  };
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.partitioning.activate': 'true',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeLabel': '3',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.randomSeed': '1',
};

const edgeOf = ({ from, to, label }: MapLine, index: number): ElkExtendedEdge => ({
  id: `${index}`,
  sources: [from],
  targets: [to],
  ...(label ? { labels: [{ text: label, width: label.length * 7.4 + 8, height: 18 }] } : {}),
});

const heightOf = ({ note }: MapNode, lines: readonly string[]): number =>
  2 * PADDING + lines.length * LINE + (note === null ? 0 : NOTE);

const boxOf = ({ x = 0, y = 0, width = 0, height = 0 }: ElkNode): Box => ({ x, y, width, height });

const round = (value: number): number => Math.round(value * 10) / 10;

function routeOf(
  edge: ElkExtendedEdge | undefined,
): Pick<Drawing['lines'][number], 'd' | 'labelAt'> {
  const d = (edge?.sections ?? [])
    .map(({ startPoint, bendPoints = [], endPoint }) =>
      [startPoint, ...bendPoints, endPoint]
        .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`)
        .join(''),
    )
    .join('');
  const [label] = edge?.labels ?? [];
  if (label === undefined) return { d, labelAt: null };
  const { x = 0, y = 0, width = 0, height = 0 } = label;
  return { d, labelAt: { x: round(x + width / 2), y: round(y + height / 2) } };
}

/** A title in lines that fit into a box, three at most. */
function wrap(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LETTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, 3).map((line) => cut(line, LETTERS + 1));
  return lines.length > 3 ? [...shown.slice(0, 2), cut(`${shown[2] ?? ''}…`, LETTERS)] : shown;
}

const cut = (line: string, most: number): string =>
  line.length > most ? `${line.slice(0, most - 1)}…` : line;
