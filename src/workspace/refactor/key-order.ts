import { isMap, isScalar, type Node } from 'yaml';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import { fieldSchema } from '../../domain/graph/relations.ts';
import { fieldsIn, lineAfter } from './edit-fields.ts';

/** Fields that commands add below the others, wherever the schema has them. */
const stamps = ['reviewed_on', 'reviewed_by', 'reviewed_hash', 'review_note', 'review_every_days'];

/** A text whose top-level fields stand in another order than its type has them, put in order. */
export interface Ordered {
  readonly text: string;
  /** The fields that were moved. */
  readonly moved: readonly string[];
}

/**
 * The text with its top-level fields in the order of the type, stamps at the end; comments go with the field
 * below them. Null where it is in order, or is written so that lines cannot be moved.
 */
export function inOrder(text: string, path: string, type: TypeDefinition): Ordered | null {
  const fields = fieldsIn(text, path);
  const map = fields?.document.contents;
  if (!fields || !isMap(map) || map.flow) return null;
  const names = Object.keys(fieldSchema(type).properties ?? {});
  const keys = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  const isOdd = keys.some((key) => !names.includes(key)) || new Set(keys).size < keys.length;
  const own = keys.filter((key) => !stamps.includes(key));
  const wanted = [
    ...names.filter((name) => own.includes(name)),
    ...keys.filter((key) => stamps.includes(key)),
  ];
  const moved = outOfOrder(own.map((key) => names.indexOf(key))).map((at) => own[at] ?? '');
  if (isOdd || moved.length === 0) return null;
  const { source, offset } = fields;
  const first = headOf(source);
  let from = first;
  const chunks = new Map<string, string>();
  for (const [index, pair] of map.items.entries()) {
    if (((pair.key as Node).range?.[0] ?? 0) < from || columnOf(source, pair.key as Node) > 0)
      return null;
    const to = lineAfter(fields, pair);
    const chunk = source.slice(from, to);
    chunks.set(keys[index] ?? '', chunk.endsWith('\n') ? chunk : `${chunk}\n`);
    from = to;
  }
  const ordered = wanted.map((key) => chunks.get(key)).join('');
  const now = source.slice(0, first) + ordered + source.slice(from);
  return { text: text.slice(0, offset) + now + text.slice(offset + source.length), moved };
}

/** Offset behind the comments at the top that an empty line parts from the first field. */
function headOf(source: string): number {
  const [head = ''] = /^(?:#.*\n|\s*\n)*/.exec(source) ?? [];
  const gap = head.lastIndexOf('\n\n');
  return gap < 0 ? (head.startsWith('\n') ? 1 : 0) : gap + 2;
}

const columnOf = (source: string, node: Node): number => {
  const start = node.range?.[0] ?? 0;
  return start - (source.lastIndexOf('\n', start - 1) + 1);
};

/** Indexes of the fewest numbers that have to move for the others to rise. */
function outOfOrder(numbers: readonly number[]): number[] {
  const best: { readonly length: number; readonly before: number }[] = [];
  for (const [at, number] of numbers.entries()) {
    let before = -1;
    for (let other = 0; other < at; other++) {
      const isBelow = (numbers[other] ?? 0) < number;
      if (isBelow && (best[other]?.length ?? 0) > (best[before]?.length ?? 0)) before = other;
    }
    best.push({ length: (best[before]?.length ?? 0) + 1, before });
  }
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const kept = new Set<number>();
  for (
    let at = best.findIndex(({ length }) => length === longest);
    at >= 0;
    at = best[at]?.before ?? -1
  )
    kept.add(at);
  return numbers.flatMap((_, at) => (kept.has(at) ? [] : [at]));
}
