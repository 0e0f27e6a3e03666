import type { z } from 'zod';
import { typeNamed } from '../../documents/registry.ts';
import type { FieldSchema } from '../../graph/relations.ts';
import type { FieldPath } from '../../problems/problem.ts';
import { withArticle } from '../rule.ts';

/** The schema of the field at `path`; an empty one where the path leads nowhere. */
export function schemaAt(schema: FieldSchema, path: FieldPath): FieldSchema {
  return path.reduce<FieldSchema>(
    (at, key) => (typeof key === 'number' ? at.items : at.properties?.[key]) ?? {},
    schema,
  );
}

/**
 * A line to paste that would be well formed, `owner: <slug of a person>`; made from `actual` where that
 * is only written wrongly.
 */
export function exampleOf(path: FieldPath, schema: FieldSchema, actual?: unknown): string {
  const key = path.findLast((part) => typeof part === 'string');
  const isItem = typeof path.at(-1) === 'number';
  const value = repaired(schema, actual) ?? exampleValue(schema);
  return isItem ? `- ${value}` : `${key}: ${value}`;
}

/** What was probably meant: a number as text, a text as number, one value as a list of one. */
function repaired(schema: FieldSchema, actual: unknown): string | null {
  const isText = typeof actual === 'string';
  if (!isText && typeof actual !== 'number' && typeof actual !== 'boolean') return null;
  if (schema.type === 'array') return isText && /^[\w-]+$/.test(actual) ? `[${actual}]` : null;
  if (schema.type === 'string' && !isText && !schema.enum && !schema.format && !schema.reference)
    return `"${actual}"`;
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  return isNumber && isText && /^\d{1,9}$/.test(actual) ? actual : null;
}

function exampleValue(schema: FieldSchema): string {
  if (schema.reference?.to.includes('*')) return '<folder/slug of a document>';
  if (schema.reference) return `<slug of ${schema.reference.to.map(spaced).join(' or ')}>`;
  if (schema.vocabulary) return `<one of ${schema.vocabulary} in engagement.yaml>`;
  const [first] = schema.enum ?? [schema.const];
  if (first !== undefined) return (schema.enum ?? [first]).map(String).join(' | ');
  if (schema.format === 'date') return '2026-09-01';
  if (schema.format === 'date-time') return '2026-09-01T14:30:00Z';
  if (schema.format === 'email') return 'name@clinic.example';
  if (schema.format === 'uri') return 'https://...';
  switch (schema.type) {
    case 'array':
      return `[${exampleValue(schema.items ?? {})}]`;
    case 'boolean':
      return 'true';
    case 'integer':
    case 'number':
      return String(schema.minimum ?? 1);
    case 'object':
      return `{ ${Object.keys(schema.properties ?? {})
        .map((name) => `${name}: ...`)
        .join(', ')} }`;
    default:
      return '<text>';
  }
}

const spaced = (name: string): string => withArticle(typeNamed(name)?.label ?? name);

/** A value as it is named in a message: short, quoted, its kind where that says more. */
export function nameOfValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a block of fields';
  if (typeof value === 'string')
    return `"${value.length > 60 ? `${value.slice(0, 57)}...` : value}"`;
  if (typeof value === 'number') return `the number ${value}`;
  return String(value);
}

/** How a value that is too long, short, large or small becomes right; null where its size is not the trouble. */
export function measureOf(issue: z.core.$ZodIssue, value: unknown, example: string): string | null {
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return null;
  const isBig = issue.code === 'too_big';
  const limit = isBig ? issue.maximum : issue.minimum;
  if (typeof value === 'string') {
    const to = isBig ? `Shorten it to ${characters(limit)}` : `Write ${characters(limit)} or more`;
    return `${to}; it has ${value.trim().length}.`;
  }
  if (Array.isArray(value)) {
    const count = entries(Math.abs(Number(limit) - value.length));
    const change = isBig ? `Delete ${count}` : `Add ${count}, such as ${example}`;
    return `${change}; it has ${value.length}.`;
  }
  const bound =
    issue.inclusive === false
      ? `a number ${isBig ? 'below' : 'above'} ${limit}`
      : `${limit} or ${isBig ? 'less' : 'more'}`;
  return `Write ${bound}; it is ${value}.`;
}

/** A count with its word. */
export const characters = (count: number | bigint): string =>
  `${count} ${Number(count) === 1 ? 'character' : 'characters'}`;

/** A count with its word. */
export const entries = (count: number | bigint): string =>
  `${count} ${Number(count) === 1 ? 'entry' : 'entries'}`;
