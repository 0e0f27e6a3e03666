import { z } from 'zod';
import type { TypeDefinition } from '../documents/define.ts';
import type { ReferenceMeta } from '../documents/fields.ts';
import { types } from '../documents/registry.ts';

/** One kind of link between documents; authors write one direction, the other is derived. */
export interface Relation {
  /** Path of the field in frontmatter; `*` stands for every item of a list. */
  readonly field: readonly string[];
  readonly from: string;
  readonly to: readonly string[];
  readonly label: string;
  readonly inverseLabel: string;
  readonly cardinality: 'one' | 'many';
  readonly acyclic: boolean;
}

/** A word that must stand in a list of `engagement.yaml`. */
export interface VocabularyUse {
  readonly field: readonly string[];
  readonly from: string;
  readonly vocabulary: 'audiences' | 'metrics';
}

/** The part of a JSON Schema that is read here; custom keywords come from the schema's metadata. */
export interface FieldSchema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly reference?: ReferenceMeta;
  readonly vocabulary?: 'audiences' | 'metrics';
  /** The value is the path of a file of the content folder. */
  readonly file?: true;
}

const schemas = new Map<string, FieldSchema>();

/** The JSON Schema of a type's fields, descriptions and references included. */
export function fieldSchema(type: TypeDefinition): FieldSchema {
  const known = schemas.get(type.name);
  if (known) return known;
  const schema = z.toJSONSchema(type.schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as FieldSchema;
  schemas.set(type.name, schema);
  return schema;
}

interface Leaf {
  readonly field: readonly string[];
  readonly schema: FieldSchema;
}

function leaves(schema: FieldSchema, field: readonly string[] = []): Leaf[] {
  const below = [
    ...Object.entries(schema.properties ?? {}).map(([key, child]) =>
      leaves(child, [...field, key]),
    ),
    ...(schema.items ? [leaves(schema.items, [...field, '*'])] : []),
  ];
  return [{ field, schema }, ...below.flat()];
}

const fields = types.flatMap((type) =>
  leaves(fieldSchema(type)).map((leaf) => ({ from: type.name, ...leaf })),
);

/** Every relation between types, read from the reference fields of their schemas. */
export const relations: readonly Relation[] = fields.flatMap(({ from, field, schema }) =>
  schema.reference === undefined
    ? []
    : [
        {
          field,
          from,
          to: schema.reference.to,
          label: schema.reference.label,
          inverseLabel: schema.reference.inverse,
          cardinality: field.includes('*') ? ('many' as const) : ('one' as const),
          acyclic: schema.reference.acyclic === true,
        },
      ],
);

export const vocabularyUses: readonly VocabularyUse[] = fields.flatMap(({ from, field, schema }) =>
  schema.vocabulary === undefined ? [] : [{ field, from, vocabulary: schema.vocabulary }],
);

/** Fields that hold the path of a file beside the documents. */
export const fileFields: readonly { from: string; field: readonly string[] }[] = fields
  .filter(({ schema }) => schema.file === true)
  .map(({ from, field }) => ({ from, field }));

/** How a field path is written for people: `escalation[].person`. */
export const fieldName = (path: readonly (string | number)[]): string =>
  path
    .map((part) => (part === '*' ? '[]' : typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
