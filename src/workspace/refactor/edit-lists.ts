import { isScalar, isSeq, type Node, type Pair, type YAMLSeq } from 'yaml';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import { fieldSchema } from '../../domain/graph/relations.ts';
import type { Edit } from './edit.ts';
import { type Fields, lineAfter, pairOf, quoted } from './edit-fields.ts';

/** What goes into a list and what comes out of it. */
export interface ListChange {
  readonly field: string;
  readonly add: string;
  readonly remove: string | null;
}

/** The edits that change a list of texts at the top of the fields; a list of its own where there is none. */
export function listEdits(fields: Fields, type: TypeDefinition, change: ListChange): Edit[] {
  const { field, add, remove } = change;
  const pair = pairOf(fields, field);
  const list = pair?.value;
  if (!pair || !isSeq(list))
    return pair ? [] : [insertion(fields, type, field, `[${quoted(add)}]`)];
  const kept = list.items.filter((item) => !isScalar(item) || item.value !== remove);
  const hasIt = kept.some((item) => isScalar(item) && item.value === add);
  if (hasIt && kept.length === list.items.length) return [];
  return list.flow || kept.length === 0
    ? [wholeLine(fields, pair, kept as Node[], hasIt ? [] : [quoted(add)])]
    : blockEdits(fields, list, { kept: kept as Node[], add: hasIt ? null : add });
}

/** A field of its own, where the order of the type has it. */
export function insertion(
  fields: Fields,
  type: TypeDefinition,
  field: string,
  value: string,
): Edit {
  const names = Object.keys(fieldSchema(type).properties ?? {});
  const before = names.slice(0, names.indexOf(field)).reverse();
  const above = before.map((name) => pairOf(fields, name)).find((pair) => pair !== undefined);
  const at = fields.offset + (above ? lineAfter(fields, above) : 0);
  return { start: at, end: at, text: `${field}: ${value}\n` };
}

function wholeLine(
  { source, offset }: Fields,
  { key, value }: Pair,
  kept: readonly Node[],
  added: readonly string[],
): Edit {
  const items = [...kept.map((item) => source.slice(...rangeOf(item))), ...added];
  const start = source.indexOf(':', rangeOf(key as Node)[1]) + 1;
  const end = source.slice(0, rangeOf(value as Node)[1]).trimEnd().length;
  return { start: offset + start, end: offset + end, text: ` [${items.join(', ')}]` };
}

function blockEdits(
  { source, offset }: Fields,
  list: YAMLSeq,
  { kept, add }: { readonly kept: readonly Node[]; readonly add: string | null },
): Edit[] {
  const lineOf = (item: Node) => {
    const [start, end] = rangeOf(item);
    const next = source.indexOf('\n', end - 1) + 1;
    return { start: source.lastIndexOf('\n', start) + 1, end: next === 0 ? source.length : next };
  };
  const removed = (list.items as Node[])
    .filter((item) => !kept.includes(item))
    .map((item) => ({ ...lineOf(item), text: '' }));
  const last = lineOf(list.items.at(-1) as Node);
  const [dash = '- '] = /^\s*-\s+/.exec(source.slice(last.start, last.end)) ?? [];
  const added =
    add === null ? [] : [{ start: last.end, end: last.end, text: `${dash}${quoted(add)}\n` }];
  return [...removed, ...added].map(({ start, end, text }) => ({
    start: offset + start,
    end: offset + end,
    text,
  }));
}

const rangeOf = (node: Node): [number, number] => [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
