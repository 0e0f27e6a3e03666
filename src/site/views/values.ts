import { isWebAddress } from '../../domain/body/address.ts';
import { resolvePath } from '../../domain/body/target.ts';
import { addressOf } from '../../domain/graph/addresses.ts';
import type { Corpus, Entry } from '../../domain/graph/corpus.ts';
import { resolveReference } from '../../domain/graph/graph.ts';
import { type FieldSchema, fieldSchema } from '../../domain/graph/relations.ts';
import { assetAddress } from '../assets.ts';
import { dayOf, labelOf, levelTone, nameOf, type Tone, toneOf } from './words.ts';

/** A frontmatter value as it is shown. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'date'; readonly iso: string; readonly text: string }
  | { readonly kind: 'status'; readonly text: string; readonly tone: Tone }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  /** Words and links that stand in one line. */
  | { readonly kind: 'run'; readonly items: readonly Value[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (Value | null)[])[];
    };

/** A labelled value. */
export interface Fact {
  readonly field: string;
  readonly label: string;
  readonly value: Value;
}

/** The facts of an entry in the order of its schema, without the fields named in `except`. */
export function factsOf(entry: Entry, corpus: Corpus, except: ReadonlySet<string>): Fact[] {
  const properties = fieldSchema(entry.type).properties ?? {};
  return Object.entries(properties).flatMap(([field, schema]) => {
    if (except.has(field)) return [];
    const value = shownValue(entry.data[field], schema, entry, corpus, field);
    return value === null ? [] : [{ field, label: labelOf(field), value }];
  });
}

/** A value as it is shown, or null where there is nothing to show. */
export function shownValue(
  value: unknown,
  schema: FieldSchema,
  entry: Entry,
  corpus: Corpus,
  field = '',
): Value | null {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) return listValue(value, schema.items ?? {}, entry, corpus, field);
  if (typeof value === 'object')
    return factsBlock(value as Record<string, unknown>, schema, entry, corpus);
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'Yes' : 'No' };
  const text = String(value);
  if (schema.reference) return reference(text, schema.reference, corpus);
  if (schema.file) return file(text, entry);
  if (schema.format === 'date' || schema.format === 'date-time') return moment(text);
  if (schema.format === 'uri' && isWebAddress(text)) return { kind: 'link', href: text, text };
  if (schema.format === 'email' && /^[^\s:?&@]+@[^\s:?&@]+$/.test(text))
    return { kind: 'link', href: `mailto:${text}`, text };
  if (field === 'status' || field === 'result' || field === 'decision' || field === 'state') {
    return { kind: 'status', text, tone: toneOf(text) };
  }
  if (field === 'severity' || field === 'tier')
    return { kind: 'status', text, tone: levelTone(field, Number(text)) };
  return /^[0-9a-f]{40,64}$/.test(text) ? { kind: 'code', text } : { kind: 'text', text };
}

function listValue(
  items: readonly unknown[],
  schema: FieldSchema,
  entry: Entry,
  corpus: Corpus,
  field: string,
): Value | null {
  if (items.length === 0) return null;
  if (!items.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))) {
    const shown = items
      .map((item) => shownValue(item, schema, entry, corpus, field))
      .filter((item) => item !== null);
    return { kind: 'list', items: shown };
  }
  const used = new Set(items.flatMap((item) => Object.keys(item as object)));
  const columns = Object.keys(schema.properties ?? {}).filter((column) => used.has(column));
  const rows = items.map((item) =>
    columns.map((column) =>
      shownValue(
        (item as Record<string, unknown>)[column],
        schema.properties?.[column] ?? {},
        entry,
        corpus,
        column,
      ),
    ),
  );
  return { kind: 'table', columns: columns.map(labelOf), rows };
}

function factsBlock(
  block: Record<string, unknown>,
  schema: FieldSchema,
  entry: Entry,
  corpus: Corpus,
): Value | null {
  const facts = Object.entries(schema.properties ?? {}).flatMap(([field, child]) => {
    const value = shownValue(block[field], child, entry, corpus, field);
    return value === null ? [] : [{ field, label: labelOf(field), value }];
  });
  return facts.length === 0 ? null : { kind: 'facts', facts };
}

function reference(
  text: string,
  { to }: { readonly to: readonly string[] },
  corpus: Corpus,
): Value {
  const target = resolveReference(corpus, { to }, text);
  return target
    ? { kind: 'link', href: addressOf(target), text: nameOf(target) }
    : { kind: 'text', text };
}

function file(text: string, entry: Entry): Value {
  const path = resolvePath(entry.path, text);
  const address = path === null ? null : assetAddress(path);
  return address === null
    ? { kind: 'code', text }
    : { kind: 'link', href: address, text: text.replace(/^\.\//, '') };
}

const moment = (iso: string): Value => {
  const time = /T(\d{2}:\d{2})/.exec(iso)?.[1];
  return { kind: 'date', iso, text: time ? `${dayOf(iso)}, ${time} UTC` : dayOf(iso) };
};

/** A link to the page of an entry, by its name. */
export const linkTo = (entry: Entry): Value => ({
  kind: 'link',
  href: addressOf(entry),
  text: nameOf(entry),
});

/** Several values as one; null where there is none. */
export function listOf(items: readonly (Value | null)[]): Value | null {
  const values = items.filter((item) => item !== null);
  const [only, ...others] = values;
  if (only === undefined) return null;
  return others.length === 0 ? only : { kind: 'list', items: values };
}

/** Words as a value; null where there are none. */
export const words = (text: string | null): Value | null =>
  text === null ? null : { kind: 'text', text };

/** An ISO date as a value; null where there is none. */
export const dateValue = (iso: string | null): Value | null => (iso === null ? null : moment(iso));
