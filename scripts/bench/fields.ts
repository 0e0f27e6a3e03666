import { type FieldSchema, fieldSchema } from '../../src/domain/graph/relations.ts';
import type { Plan, Planned } from './plan.ts';
import type { Random } from './random.ts';
import { phrase, sentence } from './words.ts';

/** What the value of a field may be drawn from. */
export interface Source {
  readonly document: Planned;
  readonly plan: Plan;
  readonly random: Random;
  readonly engagement: Readonly<Record<string, unknown>>;
}

type Fields = Record<string, unknown>;

/** Valid fields for a document: all required ones, most references and some of the others. */
export function fieldsOf(source: Source): Fields {
  const { document } = source;
  const fields = blockValue(fieldSchema(document.type), source, true);
  const data = { ...fields, ...special(source), [document.type.titleField]: document.title };
  return accepted(data, document);
}

/** Leaves out what the schema refuses for a reason that no single field shows. */
function accepted(data: Fields, { type, path }: Planned): Fields {
  const issues = type.schema.safeParse(data).error?.issues ?? [];
  const refused = new Set(issues.map((issue) => issue.path[0]));
  const kept = Object.fromEntries(Object.entries(data).filter(([key]) => !refused.has(key)));
  const left = type.schema.safeParse(kept).error?.issues[0];
  if (left) throw new Error(`No valid fields for ${path}: ${left.path.join('.')}: ${left.message}`);
  return kept;
}

/** Fields whose values agree with another place. */
function special({ document, engagement, random }: Source): Fields {
  const { type, slug, number } = document;
  if (type.name === 'person') {
    const side = number % 4 === 1 ? 'vendor' : 'customer';
    return { side, email: `${slug}@${side}.example` };
  }
  if (type.name === 'engagement-charter') {
    return { sponsor: engagement['sponsor'], exit_on: engagement['exit_on'] };
  }
  const moved = type.format === 'mdx' && random.chance(0.03);
  return moved ? { aliases: [`/${type.folder}/former-${slug}/`] } : {};
}

/** Left to commands, or to `special`. */
const untouched = /^(aliases|reviewed_.*|kickoff_on|customer|vendor|side)$/;

function blockValue(schema: FieldSchema, source: Source, top = false): Fields {
  const fields: Fields = {};
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    const required = schema.required?.includes(key) ?? false;
    if (!required && (untouched.test(key) || !source.random.chance(wish(field, top)))) continue;
    const value = valueFor(field, source, required);
    if (value !== undefined) fields[key] = value;
  }
  return fields;
}

/** How often an optional field is written. */
const wish = (field: FieldSchema, top: boolean): number =>
  field.reference || field.items?.reference ? 0.7 : top ? 0.3 : 0.6;

function valueFor(schema: FieldSchema, source: Source, required: boolean): unknown {
  const { random, engagement } = source;
  if (schema.reference) return reference(schema.reference, source);
  if (schema.vocabulary) return wordOf(engagement[schema.vocabulary], random);
  if (schema.file) return undefined;
  if (schema.enum) return random.pick(schema.enum);
  if (schema.const !== undefined) return schema.const;
  switch (schema.type) {
    case 'object':
      return orNothing(blockValue(schema, source));
    case 'array':
      return listOf(schema.items ?? {}, source);
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
    case 'number':
      return random.whole(schema.minimum ?? 1, Math.min(schema.maximum ?? 500, 500));
    default:
      return text(schema, random, required);
  }
}

const orNothing = (fields: Fields): Fields | undefined =>
  Object.keys(fields).length > 0 ? fields : undefined;

function listOf(item: FieldSchema, source: Source): unknown[] | undefined {
  const values = Array.from({ length: source.random.whole(2, 3) }, () =>
    valueFor(item, source, true),
  );
  const distinct = [...new Set(values.filter((value) => value !== undefined))];
  return distinct.length > 0 ? distinct : undefined;
}

function wordOf(list: unknown, random: Random): unknown {
  const word = Array.isArray(list) ? random.pick(list) : {};
  return word.name && !word.id ? word.name : word.id;
}

function reference(
  { to, acyclic }: NonNullable<FieldSchema['reference']>,
  { document, plan, random }: Source,
): string | undefined {
  const pool = to.includes('*') ? plan.all : to.flatMap((name) => plan.byType.get(name) ?? []);
  const allowed = pool.filter(
    (one) => one !== document && (!acyclic || one.number < document.number),
  );
  if (allowed.length === 0) return undefined;
  const { type, slug } = random.pick(allowed);
  return to.length === 1 && !to.includes('*') ? slug : `${type.folder}/${slug}`;
}

/** A text that fits; nothing for an optional field of a form that has to be right to mean anything. */
function text(schema: FieldSchema, random: Random, required: boolean): string | undefined {
  const formed = ofFormat(schema.format, random);
  if (formed) return formed;
  const free = schema.pattern === undefined || (schema.maxLength ?? 0) >= 200;
  const plain = free ? sentence(random, 12).slice(0, 199) : phrase(random, random.whole(3, 6));
  if (schema.pattern === undefined || new RegExp(schema.pattern).test(plain)) return plain;
  const pattern = new RegExp(schema.pattern);
  const candidates = [
    `2026-Q${random.whole(1, 4)}`,
    `2026-W${random.whole(10, 52)}`,
    hex(random, 40),
    hex(random, 64),
    `NAME_${random.whole(1, 99)}`,
    `place-${random.whole(1, 99)}.example`,
  ];
  return required ? candidates.find((one) => pattern.test(one)) : undefined;
}

function ofFormat(format: string | undefined, random: Random): string | undefined {
  const day = `2026-${two(random.whole(4, 10))}-${two(random.whole(1, 28))}`;
  if (format === 'date') return day;
  if (format === 'date-time') return `${day}T${two(random.whole(0, 23))}:15:00Z`;
  if (format === 'email') return `desk-${random.whole(1, 99)}@customer.example`;
  if (format === 'uri') return `https://handbook.example/page-${random.whole(1, 999)}/`;
  return undefined;
}

const two = (number: number): string => String(number).padStart(2, '0');

const hex = (random: Random, length: number): string =>
  Array.from({ length }, () => random.whole(0, 15).toString(16)).join('');
