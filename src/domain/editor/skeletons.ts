import type { TypeDefinition } from '../documents/define.ts';
import { type FieldSchema, fieldSchema } from '../graph/relations.ts';
import { literal, type Placeholders, placeholders } from './placeholders.ts';

/**
 * A new document or record of a type as a snippet: what it needs, in the order of its schema, and its sections
 * with the words that they start with.
 */
export function skeletonOf(type: TypeDefinition): string[] {
  const places = placeholders();
  const fields = fieldLines(fieldSchema(type), { ...type.start, created: TODAY }, places);
  if (type.format === 'yaml') return fields;
  const sections = type.sections.flatMap(({ title, start }) => [
    '',
    `## ${literal(title)}`,
    '',
    ...start.split('\n').map(literal),
  ]);
  return ['---', ...fields, '---', ...sections];
}

const TODAY = Symbol('today');

/** The required fields, and those that a new document starts with. */
function fieldLines(
  { properties = {}, required = [] }: FieldSchema,
  start: Readonly<Record<string, unknown>>,
  places: Placeholders,
): string[] {
  const isThere = (name: string) => required.includes(name) || start[name] !== undefined;
  return Object.entries(properties)
    .filter(([name]) => isThere(name))
    .flatMap(([name, field]) => lines(name, field, start[name], places));
}

function lines(name: string, field: FieldSchema, start: unknown, places: Placeholders): string[] {
  if (field.properties) {
    const inside = fieldLines(field, blockOf(start), places);
    return inside.length === 0 ? [] : [`${name}:`, ...indented(inside)];
  }
  if (!field.items) return [`${name}: ${placeFor(field, start, places)}`];
  if (Array.isArray(start) && start.length === 0) return [`${name}: []`];
  return [`${name}:`, ...itemLines(field.items, start, places)];
}

function itemLines(item: FieldSchema, start: unknown, places: Placeholders): string[] {
  const starts: readonly unknown[] = Array.isArray(start) ? start : [undefined];
  return starts.flatMap((one) => {
    if (!item.properties) return [`  - ${placeFor(item, one, places)}`];
    const [first = '', ...others] = fieldLines(item, blockOf(one), places);
    return [`  - ${first}`, ...indented(indented(others))];
  });
}

const indented = (rows: readonly string[]): string[] => rows.map((row) => `  ${row}`);

const blockOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function placeFor(field: FieldSchema, start: unknown, places: Placeholders): string {
  if (start === TODAY || field.format === 'date') return places.today();
  if (field.enum) {
    const words = field.enum.map(String);
    return places.choice(words.toSorted((a, b) => Number(b === start) - Number(a === start)));
  }
  if (typeof start === 'string') return places.words(JSON.stringify(start));
  if (start !== undefined) return places.words(String(start));
  return places.words(wanted(field));
}

/** What is to be written there, in a word that the check refuses or that says itself that it is none. */
function wanted({
  type,
  reference,
  vocabulary,
  minimum,
  format,
  const: only,
}: FieldSchema): string {
  if (only !== undefined) return String(only);
  if (reference)
    return reference.to.length > 1 || reference.to.includes('*')
      ? 'folder/name'
      : (reference.to[0] ?? 'name');
  if (vocabulary) return vocabulary.replace(/s$/, '');
  if (type === 'boolean') return 'true';
  if (type === 'integer' || type === 'number') return String(minimum ?? 1);
  if (format === 'date-time') return '2026-09-01T14:30:00Z';
  if (format === 'email') return 'name@clinic.example';
  return format === 'uri' ? 'https://clinic.example' : '"To write: …"';
}
