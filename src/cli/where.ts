import type { TypeDefinition } from '../domain/documents/define.ts';
import { type Entry, titleOf } from '../domain/graph/corpus.ts';
import { type FieldSchema, fieldSchema } from '../domain/graph/relations.ts';
import { suggest } from '../domain/problems/suggest.ts';
import { Refusal } from './refusal.ts';

/** What a listed document must fulfil. */
export interface Condition {
  /** As it was typed. */
  readonly text: string;
  readonly field: string;
  /** The words that the field may have, where they are a closed list. */
  readonly words: readonly string[];
  readonly value: string;
  readonly holds: (entry: Entry) => boolean;
}

/** Reads `field=value`; a field that the type does not have throws a Refusal. */
export function conditionOf(type: TypeDefinition, text: string): Condition {
  const at = text.indexOf('=');
  if (at < 1)
    throw new Refusal(
      `--where ${text} has no value. Write: --where FIELD=VALUE, such as status=draft`,
    );
  const [field, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const path = field.split('.').map((part) => part.replaceAll('-', '_'));
  const words = identity.has(field) ? [] : wordsAt(type, path);
  const read = identity.get(field) ?? ((entry: Entry) => valuesAt(entry.data, path));
  return { text, field, words, value, holds: (entry) => matches(read(entry), value) };
}

/** The words that could have been asked for, when the value is none of them. */
export const closedListNote = ({ field, words, value }: Condition): string =>
  words.length === 0 || value === '' || words.includes(value)
    ? ''
    : `\`${field}\` is one of: ${words.join(', ')}.`;

const identity: ReadonlyMap<string, (entry: Entry) => unknown[]> = new Map([
  ['id', (entry: Entry) => [entry.id]],
  ['path', (entry: Entry) => [entry.path]],
  ['title', (entry: Entry) => [entry.data['title'] ?? titleOf(entry)]],
]);

const matches = (values: readonly unknown[], wanted: string): boolean =>
  wanted === '' ? values.length === 0 : values.some((value) => String(value) === wanted);

/** The values at a path, those of every item where a list is on the way. */
function valuesAt(data: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(data)) return data.flatMap((item) => valuesAt(item, path));
  const [head, ...rest] = path;
  if (head === undefined) return data === undefined || data === null ? [] : [data];
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, head)) return [];
  return valuesAt((data as Record<string, unknown>)[head], rest);
}

/** Follows a path through the schema; returns the closed list at its end, if there is one. */
function wordsAt(type: TypeDefinition, path: readonly string[]): string[] {
  let schema: FieldSchema = fieldSchema(type);
  for (const [index, part] of path.entries()) {
    const fields = insideOf(schema).properties ?? {};
    const next = Object.hasOwn(fields, part) ? fields[part] : undefined;
    if (!next) throw unknownField(type, path.slice(0, index), part, Object.keys(fields));
    schema = next;
  }
  return (insideOf(schema).enum ?? []).map(String);
}

const insideOf = (schema: FieldSchema): FieldSchema =>
  schema.items ? insideOf(schema.items) : schema;

function unknownField(
  type: TypeDefinition,
  above: readonly string[],
  part: string,
  known: readonly string[],
): Refusal {
  const owner = above.length === 0 ? `A ${type.label.toLowerCase()}` : `\`${above.join('.')}\``;
  const near = suggest(part, known);
  const hint = near === null ? '' : ` Did you mean "${[...above, near].join('.')}"?`;
  const fields = known.length === 0 ? '' : ` Its fields are: ${known.join(', ')}.`;
  return new Refusal(`${owner} has no field "${part}".${hint}${near === null ? fields : ''}`);
}
