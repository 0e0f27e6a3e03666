/**
 * Relations to documents whose new address is not known while a document is read.
 *
 * A reference stands in `data` as `lookup:` + encodeURIComponent(what the source wrote): the address of a link as
 * it stands there, relative to the document (`lookup:0005-use-x.md`), the name of a wiki link, a number
 * (`lookup:ADR-0005`), or a plain name (`lookup:FaxQueueDown`). `settle` puts references in their place once
 * addresses are planned; what is found nowhere leaves `data` for `rest`, so that no reference is invented.
 */
import { typeNamed } from '../../documents/registry.ts';
import { fieldSchema } from '../../graph/relations.ts';
import type { Filled } from '../model.ts';

/** What was read from one document, and what it says of others: `inverse.supersedes` are those that supersede it. */
export interface FilledDocument extends Filled {
  readonly inverse: Readonly<Record<string, readonly string[]>>;
}

/** A document whose address is planned. */
export interface Placed {
  readonly type: string;
  /** Its path in the content folder, as `adrs/0005-use-x.mdx`. */
  readonly address: string;
  readonly filled: FilledDocument;
}

const MARK = 'lookup:';

export const lookup = (name: string): string =>
  name.startsWith(MARK) ? name : `${MARK}${encodeURIComponent(name)}`;

/**
 * The documents with references in the place of names. `find` gives the content path that a name means, seen from a
 * document; undefined where it means nothing, or something that is not part of the handbook.
 */
export function settle<T extends Placed>(
  documents: readonly T[],
  find: (name: string, from: T) => string | undefined,
): T[] {
  const given = inverseOf(documents, find);
  return documents.map((document) => settled(document, given.get(document.address) ?? {}, find));
}

type Relations = Record<string, string[]>;

/** What documents say of others, by the others' address. */
function inverseOf<T extends Placed>(
  documents: readonly T[],
  find: (name: string, from: T) => string | undefined,
): Map<string, Relations> {
  const given = new Map<string, Relations>();
  for (const document of documents)
    for (const [field, names] of Object.entries(document.filled.inverse))
      for (const name of names) {
        const address = find(nameOf(name), document);
        if (address === undefined || address === document.address) continue;
        const relations = given.get(address) ?? {};
        given.set(address, relations);
        relations[field] = [...(relations[field] ?? []), document.address];
      }
  return given;
}

function settled<T extends Placed>(
  document: T,
  given: Relations,
  find: (name: string, from: T) => string | undefined,
): T {
  const data: Record<string, unknown> = { ...document.filled.data };
  const rest: Record<string, string> = { ...document.filled.rest };
  for (const [field, value] of Object.entries(data)) {
    const names = lookups(value);
    if (names.length === 0) continue;
    const lost: string[] = [];
    const references = (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
      if (typeof one !== 'string' || !one.startsWith(MARK)) return [one];
      const reference = referenceTo(document, field, find(nameOf(one), document));
      if (reference === undefined) lost.push(nameOf(one));
      return reference === undefined ? [] : [reference];
    });
    assign(data, field, Array.isArray(value), references);
    const untold = lost.filter((name) => name !== data['title']);
    if (untold.length > 0) rest[field] = untold.join(', ');
  }
  for (const [field, addresses] of Object.entries(given)) {
    const here = Array.isArray(data[field]) ? (data[field] as unknown[]) : [];
    const added = addresses.map((address) => referenceTo(document, field, address));
    assign(data, field, true, [...here, ...added.filter((one) => one !== undefined)]);
  }
  return { ...document, filled: { ...document.filled, data, rest } };
}

function assign(
  data: Record<string, unknown>,
  field: string,
  many: boolean,
  references: readonly unknown[],
): void {
  const unique = [...new Set(references)];
  if (unique.length === 0) delete data[field];
  else data[field] = many ? unique : unique[0];
}

const lookups = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one.startsWith(MARK),
  );

/** What a source wrote, from a `lookup:` value. */
export function nameOf(value: string): string {
  try {
    return decodeURIComponent(value.slice(MARK.length));
  } catch {
    return value.slice(MARK.length);
  }
}

/** The reference as the field writes it, undefined where the field cannot point there. */
function referenceTo(
  document: Placed,
  field: string,
  address: string | undefined,
): string | undefined {
  if (address === undefined || address === document.address) return undefined;
  const targets = targetsOf(document.type, field);
  const [folder = ''] = address.split('/');
  const path = address.replace(/\.(?:mdx|yaml)$/, '');
  if (targets.includes('*')) return path;
  if (!targets.some((target) => typeNamed(target)?.folder === folder)) return undefined;
  return targets.length === 1 ? path.slice(folder.length + 1) : path;
}

function targetsOf(type: string, field: string): readonly string[] {
  const definition = typeNamed(type);
  const schema = definition && fieldSchema(definition).properties?.[field];
  return (schema?.reference ?? schema?.items?.reference)?.to ?? [];
}
