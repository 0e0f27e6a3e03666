import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { FieldPath, SourcePoint } from '../domain/problems/problem.ts';
import { pointOf, readYaml } from './yaml.ts';

/** Finds the line and column of a field; of its nearest parent that is written, where it is not. */
export type FieldLocator = (path: FieldPath, of: 'key' | 'value') => SourcePoint;

/** A locator for the fields of a YAML text that begins on line `firstLine` of its file; parses it when it has to. */
export function fieldLocator(source: string, firstLine: number): FieldLocator {
  let parsed: FieldLocator | undefined;
  const plain = plainFields(source, firstLine);
  return (path, of) => {
    const [name, ...rest] = path;
    const quick = rest.length === 0 && typeof name === 'string' ? plain().get(name) : undefined;
    if (quick) return of === 'key' ? { ...quick, column: 1 } : quick;
    parsed ??= parsedLocator(source, firstLine);
    return parsed(path, of);
  };
}

/** Where the values of top-level fields stand that are written on one line, which most are: without parsing. */
function plainFields(source: string, firstLine: number): () => ReadonlyMap<string, SourcePoint> {
  let known: ReadonlyMap<string, SourcePoint> | undefined;
  return () => {
    if (known) return known;
    const found = new Map<string, SourcePoint>();
    const twice = new Set<string>();
    for (const [index, row] of source.split('\n').entries()) {
      const [, key, gap] =
        /^([A-Za-z_][\w-]*):( +)(?=[\w"'[{(/.])(?!null *(?:#|$))/.exec(row) ?? [];
      if (key === undefined || gap === undefined) continue;
      if (found.has(key)) twice.add(key);
      found.set(key, { line: firstLine + index, column: key.length + gap.length + 2 });
    }
    for (const key of twice) found.delete(key);
    known = found;
    return known;
  };
}

function parsedLocator(source: string, firstLine: number): FieldLocator {
  const { document, lines } = readYaml(source);
  const keys = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairOf = (map: YAMLMap, key: string) => {
    const known = keys.get(map) ?? pairsOf(map);
    keys.set(map, known);
    return known.get(key);
  };
  return (path, of) => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const [index, part] of path.entries()) {
      if (isMap(node)) {
        const pair = pairOf(node, String(part));
        if (!pair) break;
        const byKey = (of === 'key' && index === path.length - 1) || isEmpty(pair.value);
        offset = startOf(byKey ? pair.key : pair.value) ?? startOf(pair.key) ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof part === 'number') {
        node = node.items[part];
        offset = startOf(node) ?? offset;
      } else break;
    }
    return pointOf(lines, offset, firstLine);
  };
}

const pairsOf = (map: YAMLMap): ReadonlyMap<string, Pair> =>
  new Map(
    map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : String(pair.key), pair]),
  );

const isEmpty = (value: unknown): boolean =>
  value === null || (isScalar(value) && value.value === null);

const startOf = (node: unknown): number | null =>
  (node as Node | null | undefined)?.range?.[0] ?? null;
