import { z } from 'zod';
import type { TypeDefinition } from '../../../domain/documents/define.ts';
import { documentFields, lifecycle } from '../../../domain/documents/fields.ts';
import { typeNamed } from '../../../domain/documents/registry.ts';
import { guideAddress } from '../../../domain/graph/addresses.ts';
import { type FieldSchema, fieldName, fieldSchema } from '../../../domain/graph/relations.ts';

/** One line of a field reference. */
export interface FieldRow {
  /** As it is written in the file; `[]` stands for each entry of a list, a dot leads inside. */
  readonly name: string;
  readonly anchor: string;
  /** What may stand there, in words that end before the links. */
  readonly words: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
  /** The only values allowed; empty where anything of the kind goes. */
  readonly values: readonly string[];
  readonly required: boolean;
  readonly meaning: string;
}

/** The fields of a type: its own, and those that nearly every document has. */
export interface FieldReference {
  readonly own: readonly FieldRow[];
  readonly common: readonly FieldRow[];
}

const commonSchemas = new Map(
  Object.entries(
    (z.toJSONSchema(z.strictObject(documentFields(lifecycle)), { io: 'input' }) as FieldSchema)
      .properties ?? {},
  ).map(([name, schema]) => [name, JSON.stringify(schema)]),
);

/** Every field of a type, those inside of blocks and lists included. */
export function fieldReference(type: TypeDefinition): FieldReference {
  const { properties = {}, required = [] } = fieldSchema(type);
  const rows = Object.entries(properties).map(([name, schema]) => ({
    isCommon: type.format === 'mdx' && commonSchemas.get(name) === JSON.stringify(schema),
    rows: rowsOf([name], schema, required.includes(name)),
  }));
  const pick = (common: boolean) =>
    rows.filter(({ isCommon }) => isCommon === common).flatMap((one) => one.rows);
  return { own: pick(false), common: pick(true) };
}

function rowsOf(path: readonly string[], schema: FieldSchema, required: boolean): FieldRow[] {
  const inside = schema.items ?? schema;
  const below = Object.entries(inside.properties ?? {}).flatMap(([key, child]) =>
    rowsOf(
      [...path, ...(schema.items ? ['*'] : []), key],
      child,
      inside.required?.includes(key) ?? false,
    ),
  );
  return [rowOf(path, schema, required), ...below];
}

function rowOf(path: readonly string[], schema: FieldSchema, required: boolean): FieldRow {
  const { items } = schema;
  const item = items ?? schema;
  const targets = item.reference?.to.filter((name) => name !== '*') ?? [];
  const name = fieldName(path);
  return {
    name,
    anchor: `field-${name.replaceAll(/\W+/g, '-')}`,
    words: items ? `list: ${kindOf(items)}` : kindOf(schema),
    links: targets.map((target) => linkTo(target)),
    values: (item.enum ?? (item.const === undefined ? [] : [item.const])).map(String),
    required,
    meaning: meaningOf(schema),
  };
}

function linkTo(name: string): FieldRow['links'][number] {
  const type = typeNamed(name);
  if (!type) throw new Error(`A field refers to the type ${name}, which nobody registered`);
  return { label: type.label.toLowerCase(), href: guideAddress(type) };
}

/** The description of a field; that of a list's plain entries is added, since it says what one looks like. */
function meaningOf({ description = '', items }: FieldSchema): string {
  const plain = items && !items.properties && !items.reference && !items.vocabulary && !items.enum;
  return plain && items.description
    ? `${description} Each: ${lowered(items.description)}`
    : description;
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** Patterns of `fields.ts`, by the source of the expression, in words. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/^\^\[\^/, 'one line of text'],
  [/0-9a-f\]\{64\}/, 'SHA-256 digest, 64 hexadecimal digits'],
  [/0-9a-f\]\{7,40\}/, 'commit, 7 to 40 hexadecimal digits'],
  [/-Q\[1-4\]/, 'quarter, such as 2026-Q3'],
  [/-W\(/, 'ISO week, such as 2026-W36'],
  [/\{path/, 'https address with {path} in it'],
  [/\{title/, 'https address with {title} and {body} in it'],
  [/A-Z0-9_/, 'capitals, digits and underscores'],
  [/\\\./, 'mail domain, such as clinic.example'],
  [/a-z0-9/, 'slug: small letters, digits and single hyphens'],
];

const formats: Readonly<Record<string, string>> = {
  date: 'date, YYYY-MM-DD',
  'date-time': 'moment in UTC, YYYY-MM-DDThh:mm:ssZ',
  email: 'e-mail address',
  uri: 'https address',
};

/** What a value is, in words. */
function kindOf(schema: FieldSchema): string {
  if (schema.reference) return referenceWords(schema.reference.to);
  if (schema.vocabulary) return `name from ${schema.vocabulary} in engagement.yaml`;
  if (schema.enum || schema.const !== undefined) return 'one of';
  if (schema.file) return 'path of a file beside the document';
  const format = schema.format && formats[schema.format];
  if (format) return format;
  switch (schema.type) {
    case 'object':
      return 'block of fields';
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `whole number, ${schema.minimum} to ${schema.maximum}`;
    case 'number':
      return 'number';
    default:
      return textWords(schema);
  }
}

function referenceWords(to: readonly string[]): string {
  if (to.includes('*')) return 'folder/slug of any document';
  return to.length > 1 ? 'folder/slug of' : 'slug of';
}

function textWords({ pattern = '', maxLength }: FieldSchema): string {
  const known = patterns.find(([sign]) => sign.test(pattern))?.[1];
  const words = pattern === '' ? 'text' : (known ?? 'text in a fixed form');
  return maxLength === undefined ? words : `${words}, at most ${maxLength} characters`;
}
