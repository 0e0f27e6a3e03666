/**
 * Relations to documents whose new address is not known while a document is read.
 *
 * A reference stands in `data` as `lookup:` + encodeURIComponent(what the source wrote): the address of a link as
 * it stands there, relative to the document (`lookup:0005-use-x.md`), the name of a wiki link, a number
 * (`lookup:ADR-0005`), or a plain name (`lookup:FaxQueueDown`). Once addresses are planned, `settle` puts references
 * in their place, or `givenBy` and `settleOne` where documents are spread over threads. What is found nowhere leaves
 * `data` for `rest`, so that no reference is invented.
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

/** The content path that a name means, seen from a document; undefined where it means nothing in the handbook. */
export type Find<T> = (name: string, from: T) => string | undefined;

/** What one document says that belongs into another one. */
export interface Given {
  /** The other one's content path, and its field. */
  readonly address: string;
  readonly field: string;
  /** The content path of the document that said it. */
  readonly from: string;
}

/** The documents with references in the place of names, on both sides. */
export function settle<T extends Placed>(documents: readonly T[], find: Find<T>): T[] {
  const given = Map.groupBy(
    documents.flatMap((document) => givenBy(document, find)),
    ({ address }) => address,
  );
  return documents.map((document) => settleOne(document, given.get(document.address) ?? [], find));
}

/** What a document says of others: collected from all of them before any is settled. */
const givenBy = <T extends Placed>(document: T, find: Find<T>): Given[] =>
  Object.entries(document.filled.inverse).flatMap(([field, names]) =>
    names.flatMap((name) => {
      const address = find(nameOf(name), document);
      return address === undefined ? [] : [{ address, field, from: document.address }];
    }),
  );

/** One document with references in the place of names, and with what others said of it. */
function settleOne<T extends Placed>(document: T, given: readonly Given[], find: Find<T>): T {
  const data: Record<string, unknown> = { ...document.filled.data };
  const rest: Record<string, string> = { ...document.filled.rest };
  for (const field of Object.keys(data)) {
    const lost = settleField(document, data, field, find);
    const untold = lost.filter((name) => name !== data['title']);
    if (untold.length > 0) rest[field] = untold.join(', ');
  }
  for (const { field, from } of given) {
    const here = Array.isArray(data[field]) ? (data[field] as unknown[]) : [];
    const reference = referenceTo(document, field, from);
    if (reference !== undefined) assign(data, field, true, [...here, reference]);
  }
  return { ...document, filled: { ...document.filled, data, rest } };
}

/** Puts references into a field, and returns the names that mean nothing. */
function settleField<T extends Placed>(
  document: T,
  data: Record<string, unknown>,
  field: string,
  find: Find<T>,
): string[] {
  const value = data[field];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const lost: string[] = [];
  const references = values.flatMap((one) => {
    if (typeof one !== 'string' || !one.startsWith(MARK)) return [one];
    const reference = referenceTo(document, field, find(nameOf(one), document));
    if (reference === undefined) lost.push(nameOf(one));
    return reference === undefined ? [] : [reference];
  });
  const looked = values.some((one) => typeof one === 'string' && one.startsWith(MARK));
  if (looked) assign(data, field, Array.isArray(value), references);
  return lost;
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

/** What a source wrote, from a `lookup:` value. */
function nameOf(value: string): string {
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
