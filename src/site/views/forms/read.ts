import { rawAt } from '../../../domain/graph/fields.ts';
import type { FieldSchema } from '../../../domain/graph/relations.ts';
import { fieldSchema } from '../../../domain/graph/relations.ts';
import { type Fact, shownValue, type Value } from '../values.ts';
import { labelOf, type Mark } from '../words.ts';
import type { FormInput } from './form.ts';

type Block = Readonly<Record<string, unknown>>;

/** The value at a path of the document's fields as it is shown, or null. */
export function valueAt({ entry, corpus }: FormInput, path: string): Value | null {
  const keys = path.split('.');
  const schema = keys.reduce<FieldSchema>(
    (at, key) => at.properties?.[key] ?? {},
    fieldSchema(entry.type),
  );
  return shownValue(rawAt(entry.data, path), schema, entry, corpus, keys.at(-1));
}

/** The value of a field of one block of the list at `list`, as it is shown. */
export function itemValue(
  { entry, corpus }: FormInput,
  list: string,
  item: Block,
  field: string,
): Value | null {
  const schema = fieldSchema(entry.type).properties?.[list]?.items?.properties?.[field] ?? {};
  return shownValue(item[field], schema, entry, corpus, field);
}

/** A fact, or none where its value is missing. */
export const fact = (label: string, value: Value | null): Fact[] =>
  value === null ? [] : [{ field: label, label, value }];

/** The field at a path as a fact, or none. */
export const factAt = (input: FormInput, path: string, label?: string): Fact[] =>
  fact(label ?? labelOf(path.split('.').at(-1) ?? ''), valueAt(input, path));

/** Words as a value. */
export const words = (text: string): Value => ({ kind: 'text', text });

/** Words with code between backticks. */
export const proseValue = (text: string): Value =>
  run(
    ...text
      .split('`')
      .map((part, index): Value => ({ kind: index % 2 === 1 ? 'code' : 'text', text: part })),
  );

/** A mark as a value. */
export const status = (mark: Mark): Value => ({ kind: 'status', ...mark });

/** Values and words in one line; what is missing is left out. */
export function run(...items: readonly (Value | string | null)[]): Value {
  const values = items
    .filter((item) => item !== null)
    .map((item) => (typeof item === 'string' ? words(item) : item));
  return values.length === 1 && values[0] ? values[0] : { kind: 'run', items: values };
}

/** A list of values, or null where it is empty. */
export const listed = (items: readonly Value[]): Value | null =>
  items.length === 0 ? null : { kind: 'list', items };

/** The names of fields, written apart by spaces. */
export const fieldNames = (...lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(' '));
