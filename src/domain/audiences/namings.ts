import { type Corpus, type Entry, engagementData, titleOf } from '../graph/corpus.ts';
import { type Graph, mention, valuesAt } from '../graph/graph.ts';
import { pointFinder } from '../identifiers/points.ts';
import { at, field, type Position } from '../problems/problem.ts';
import { addressesOf } from './addresses.ts';
import { textFieldsOf } from './fields.ts';
import { filesNamed } from './files.ts';
import { plainOf } from './plain.ts';
import { hiddenByGroup, shutOut } from './shut-out.ts';
import { titlesOf } from './titles.ts';

/** Words that name an entry to readers whose copy lacks it. */
export interface Naming {
  readonly from: Entry;
  readonly kind: 'named' | 'titled';
  readonly position: Position;
  /** Those readers. */
  readonly groups: readonly string[];
}

interface Hit {
  readonly kind: Naming['kind'];
  /** What is named; several where they have one title. */
  readonly entries: readonly Entry[];
  readonly place: () => Position;
}

/** Every place in fields and bodies where something is named that some readers of the entry may not see. */
export function* namingsOf(corpus: Corpus, graph: Graph): Iterable<Naming> {
  const hidden = new Set([...hiddenByGroup(corpus, graph).values()].flatMap((set) => [...set]));
  if (hidden.size === 0) return;
  const search = searchFor(hidden, corpus);
  for (const from of corpus.entries) {
    const hits = search(from);
    if (hits.length === 0) continue;
    const told = new Set<string>();
    const isTold = isToldBy(from, graph);
    for (const { kind, entries, place } of hits) {
      const groups = groupsOf(from, entries, corpus, graph);
      if (groups.length === 0) continue;
      const position = place();
      const key = JSON.stringify([kind, position, groups]);
      if (told.has(key) || entries.some((to) => isTold(to, position))) continue;
      told.add(key);
      yield { from, kind, position, groups };
    }
  }
}

/** The groups that read `from` and none of the entries that the words may mean. */
function groupsOf(from: Entry, entries: readonly Entry[], corpus: Corpus, graph: Graph): string[] {
  const [first, ...others] = entries.map((to) => shutOut({ from, to }, corpus, graph));
  return (first ?? []).filter((group) => others.every((groups) => groups.includes(group)));
}

/** The names of customer and vendor, which are on every page. */
const partiesOf = (corpus: Corpus): readonly string[] =>
  ['customer', 'vendor'].flatMap((party) =>
    valuesAt(engagementData(corpus), [party, 'name']).map(({ value }) => String(value)),
  );

function searchFor(hidden: ReadonlySet<Entry>, corpus: Corpus): (entry: Entry) => Hit[] {
  const parties = partiesOf(corpus);
  const names = new Set([...hidden].map(titleOf));
  const addresses = addressesOf(hidden);
  // What is not hidden may have the same title: then the words may mean that.
  const titles = titlesOf(
    corpus.entries.filter((entry) => {
      const title = titleOf(entry);
      return names.has(title) && !parties.some((name) => name.includes(title));
    }),
  );
  const inText: InText = (text, place) => [
    ...addresses.in(text).map(({ entry, offset }) => ({
      kind: 'named' as const,
      entries: [entry],
      place: () => place(offset),
    })),
    ...titles.in(text).map(({ entries, offset }) => ({
      kind: 'titled' as const,
      entries,
      place: () => place(offset),
    })),
  ];
  return (entry) => [
    ...textFieldsOf(entry.data).flatMap(({ path, text }) =>
      inText(plainOf(text), () => field(path)),
    ),
    ...inBody(entry, inText),
  ];
}

type InText = (text: string, place: (offset: number) => Position) => Hit[];

function inBody({ body, bodyLine = 1 }: Entry, inText: InText): Hit[] {
  const plain = plainOf(body);
  let pointOf: ReturnType<typeof pointFinder> | null = null;
  const place = (offset: number) => {
    pointOf ??= pointFinder(plain);
    const { line, column } = pointOf(offset);
    // Marks that were taken away leave the line, not the column.
    const isThere = plain.split('\n', line)[line - 1] === body.split('\n', line)[line - 1];
    return at({ line: line + bodyLine - 1, column: isThere ? column : 1 });
  };
  return inText(plain, place);
}

/** Lines that a link may go on for. */
const LINK_LINES = 3;

/** Whether a name is that of a link or of a reference, which have messages of their own. */
function isToldBy(from: Entry, graph: Graph): (to: Entry, position: Position) => boolean {
  const edges = graph.outgoing(from);
  const files = new Set(filesNamed(from).map(({ path }) => JSON.stringify(path)));
  return (to, position) =>
    (position.kind === 'field' && files.has(JSON.stringify(position.path))) ||
    edges.some(({ to: end, relation, position: begun }) =>
      begun.kind === 'source' && position.kind === 'source'
        ? end === to && position.line >= begun.line && position.line < begun.line + LINK_LINES
        : relation !== mention && JSON.stringify(begun) === JSON.stringify(position),
    );
}
