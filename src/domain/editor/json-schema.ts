import { z } from 'zod';
import { withArticle } from '../checks/rule.ts';
import type { TypeDefinition } from '../documents/define.ts';
import { typeNamed } from '../documents/registry.ts';
import { soleTarget } from '../graph/graph.ts';
import type { FieldSchema } from '../graph/relations.ts';
import { DRAFT } from './draft.ts';
import { type EditorMessages, messagesOf } from './messages.ts';
import { definitionOf } from './names.ts';

/** A field as an editor reads it: JSON Schema draft 7, with the keywords of the YAML language server. */
export interface EditorSchema extends EditorMessages {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, EditorSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: EditorSchema;
  readonly allOf?: readonly EditorSchema[];
  readonly pattern?: string;
  readonly minItems?: number;
}

/** A field as Zod describes it, with its own words about a pattern. */
interface ZodField extends FieldSchema {
  readonly properties?: Readonly<Record<string, ZodField>>;
  readonly items?: ZodField;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly patternWords?: string;
}

/** The schema of a type's frontmatter or record; references lead to the file of names beside it. */
export function editorSchema(type: TypeDefinition): EditorSchema {
  const { purpose, guide, label } = type;
  return {
    $schema: DRAFT,
    title: label,
    description: purpose,
    markdownDescription: `${purpose}\n\n${guide.when}`,
    ...shapeOf(fieldOf(type)),
  };
}

function fieldOf(type: TypeDefinition): ZodField {
  return z.toJSONSchema(type.schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const words = patternWords(zodSchema);
      if (words !== null) Object.assign(jsonSchema, { patternWords: words });
    },
  }) as ZodField;
}

/** What the schema itself says of a text that does not have the form. */
function patternWords(schema: z.core.$ZodTypes): string | null {
  const { checks = [] } = schema._zod.def;
  for (const check of checks) {
    const { error } = check._zod.def;
    const words = error?.({ code: 'custom', input: '', path: [] } as never);
    if (typeof words === 'string') return words;
  }
  return null;
}

function shapeOf(field: ZodField): EditorSchema {
  const { type, description, enum: words, items, minItems } = field;
  if (field.reference || field.vocabulary) return named(field);
  return {
    ...(description === undefined ? {} : { description }),
    ...(field.properties ? blockOf(field) : { ...(type === undefined ? {} : { type }) }),
    ...(words ? { enum: words } : {}),
    ...(items ? { items: shapeOf(items) } : {}),
    ...(minItems === undefined ? {} : { minItems }),
    ...limitsOf(field),
    ...messagesOf(field, field.patternWords),
  };
}

const blockOf = ({ properties = {}, required = [] }: ZodField): EditorSchema => ({
  type: 'object',
  additionalProperties: false,
  ...(required.length > 0 ? { required } : {}),
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, shapeOf(field)]),
  ),
});

function named(field: ZodField): EditorSchema {
  const { reference, vocabulary, description = '' } = field;
  // Beside a bare `$ref` the draft ignores every other word.
  const allOf = [{ $ref: definitionOf(field) }];
  const form = reference
    ? formOf(reference.to)
    : `One of the ${vocabulary} of \`engagement.yaml\`.`;
  return { description, markdownDescription: `${description}\n\n${form}`, allOf };
}

function formOf(to: readonly string[]): string {
  const sole = soleTarget({ to });
  if (sole) return `The name of a file in \`${sole.folder}/\`, without its ending.`;
  if (to.includes('*')) return 'Folder and name of a document: `folder/name`.';
  const labels = to.map((name) => withArticle(typeNamed(name)?.label ?? name));
  return `Folder and name of ${labels.join(' or ')}: \`folder/name\`.`;
}

/**
 * What bounds a value. Text is trimmed before it is judged, so its length is counted in the pattern; where a
 * pattern says all, the keyword `format` would only have the editor say it twice.
 */
function limitsOf(field: ZodField): Record<string, unknown> {
  const { type, format, pattern, minLength, maxLength, minimum, maximum } = field;
  if (type !== 'string')
    return {
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
    };
  if (field.enum) return {};
  if (pattern === ONE_LINE) return { pattern: oneLine(maxLength) };
  if (pattern !== undefined) return { pattern };
  if (format === 'uri') return { pattern: '^\\s*[hH][tT][tT][pP][sS]:' };
  if (minLength === undefined) return {};
  // A path is taken as it is.
  return field.file ? { minLength } : { pattern: '\\S' };
}

/** The pattern of a line of text in the schemas. */
const ONE_LINE = '^[^\\n\\r]*$';

const oneLine = (maxLength: number | undefined): string =>
  `^\\s*\\S([^\\n\\r]${maxLength === undefined ? '*' : `{0,${maxLength - 2}}`}\\S)?\\s*$`;
