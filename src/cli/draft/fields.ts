import type { Option } from '../../domain/commands/define.ts';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import { type FieldSchema, fieldSchema } from '../../domain/graph/relations.ts';

/** A top-level field of a type, as `new` fills it in. */
export interface Field {
  readonly name: string;
  readonly description: string;
  /** The schema of the value, or of each item of a list. */
  readonly item: FieldSchema;
  readonly isList: boolean;
  readonly isRequired: boolean;
}

/** The fields of a type in the order of its schema. */
export function fieldsOf(type: TypeDefinition): Field[] {
  const { properties = {}, required = [] } = fieldSchema(type);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    description: schema.description ?? '',
    item: schema.items ?? schema,
    isList: schema.items !== undefined,
    isRequired: required.includes(name),
  }));
}

/** Whether a value fits on a command line; a block of fields is written in the file. */
export const fitsOption = ({ item }: Field): boolean =>
  item.type !== 'object' && item.items === undefined;

/** The option that sets a field. */
export function optionOf(field: Field): Option {
  const { name, item, isList } = field;
  const words = item.enum ? ` One of: ${item.enum.join(', ')}.` : '';
  const commas = isList && isSplit(item) ? ' Several with commas between them.' : '';
  const description = `${field.description}${words}${commas}`;
  return { name, value: placeholderOf(item), description, many: isList };
}

/** The value of a field from the words of its option. Words that do not fit stay as they are, for the check to name. */
export function readValue({ item, isList }: Field, given: readonly string[]): unknown {
  if (!isList) return readScalar(item, given[0] ?? '');
  const words = isSplit(item) ? given.flatMap((text) => text.split(',')) : given;
  return words
    .map((word) => word.trim())
    .filter(Boolean)
    .map((word) => readScalar(item, word));
}

function readScalar(schema: FieldSchema, text: string): unknown {
  const word = text.trim();
  if (schema.enum) return schema.enum.find((one) => String(one) === word) ?? word;
  if (schema.type === 'boolean') return word === 'true' ? true : word === 'false' ? false : word;
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  return isNumber && /^-?\d+(\.\d+)?$/.test(word) ? Number(word) : word;
}

/** Sentences hold commas of their own; names, numbers and dates do not. */
const isSplit = (item: FieldSchema): boolean =>
  [item.reference, item.vocabulary, item.enum, item.format, item.pattern].some(Boolean) &&
  item.pattern !== ONE_LINE;

/** The pattern of plain text in the schemas. */
const ONE_LINE = '^[^\\n\\r]*$';

function placeholderOf({ reference, vocabulary, type, format, ...item }: FieldSchema): string {
  const [only, ...others] = reference?.to ?? [];
  if (only) return others.length > 0 || only === '*' ? 'FOLDER/SLUG' : only.toUpperCase();
  if (vocabulary) return 'NAME';
  if (item.enum) return 'WORD';
  if (type === 'boolean') return 'true|false';
  if (type === 'integer' || type === 'number') return 'NUMBER';
  if (format === 'date') return 'YYYY-MM-DD';
  return format === 'date-time' ? 'YYYY-MM-DDThh:mm:ssZ' : 'TEXT';
}
