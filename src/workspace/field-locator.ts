import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { FieldPath, SourcePoint } from '../domain/problems/problem.ts';
import { pointOf, readYaml } from './yaml.ts';

/** Finds the line and column of a field; of its nearest parent that is written, where it is not. */
export type FieldLocator = (path: FieldPath, of: 'key' | 'value') => SourcePoint;

/** A locator for the fields of a YAML text that begins on line `firstLine` of its file; parses it once. */
export function fieldLocator(source: string, firstLine: number): FieldLocator {
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
