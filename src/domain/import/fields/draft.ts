import { toString as textOf } from 'mdast-util-to-string';
import { documentFields, lifecycle } from '../../documents/fields.ts';
import { typeNamed } from '../../documents/registry.ts';
import type { FileFacts, Listed, SourceDocument } from '../model.ts';
import { type LabelLine, labelsOf } from './labels.ts';
import type { Person } from './people.ts';

/** A document while its fields are read: the readers of each type add to it. */
export interface Draft {
  readonly document: Pick<SourceDocument, 'path' | 'tree' | 'frontmatter' | 'title'>;
  readonly type: string;
  readonly facts: FileFacts;
  readonly people: readonly Person[];
  readonly labels: readonly LabelLine[];
  readonly data: Record<string, unknown>;
  /** Keys of the front matter that are fields now, whole. */
  readonly used: Set<string>;
  /** Nodes that are entirely in a field and leave the body. */
  readonly gone: Set<object>;
  readonly changed: Listed[];
  /** Relations that belong into the documents at the other end, by their field there. */
  readonly inverse: Record<string, string[]>;
}

export const draftOf = (
  document: Draft['document'],
  type: string,
  facts: FileFacts,
  people: readonly Person[],
): Draft => ({
  document,
  type,
  facts,
  people,
  labels: labelsOf(document.tree),
  data: {},
  used: new Set(),
  gone: new Set(),
  changed: [],
  inverse: {},
});

/** What the source says under a label: in its front matter, or in a line at its head. */
export interface Said {
  readonly value: unknown;
  /** The value as one line of text. */
  readonly text: string;
  readonly links: readonly string[];
  readonly key: string | null;
  readonly line: LabelLine | null;
}

/** All that stands under labels of these words, front matter first. `words` sees plain lower-case words. */
export const said = (draft: Draft, words: RegExp): Said[] => [
  ...Object.entries(draft.document.frontmatter)
    .filter(([key, value]) => words.test(plain(key)) && value !== null && value !== undefined)
    .map(([key, value]) => ({
      value,
      text: readable(value),
      links: linksIn(value),
      key,
      line: null,
    })),
  ...draft.labels
    .filter(({ label }) => words.test(label))
    .map((line) => ({ value: line.value, text: line.value, links: line.links, key: null, line })),
];

const plain = (key: string): string =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A value with what is left unsaid by it: `whole` where the field says all that the source said. */
export interface Taken {
  readonly value: unknown;
  readonly whole: boolean;
}

/** Fills a field from the first thing said that can be read and that the type's schema takes. */
export function take(
  draft: Draft,
  field: string,
  words: RegExp,
  read: (what: Said) => Taken | undefined,
): boolean {
  for (const what of said(draft, words)) {
    const taken = read(what);
    if (taken === undefined || !put(draft, field, taken.value)) continue;
    if (taken.whole) settleSaid(draft, field, what);
    return true;
  }
  return false;
}

/** Fills a field unless it has a value, or its schema refuses this one; says whether it is filled with it now. */
export function put(draft: Draft, field: string, value: unknown): boolean {
  if (draft.data[field] !== undefined || !takes(draft.type, field, value)) return false;
  draft.data[field] = value;
  return true;
}

/** Takes what a field says now out of the front matter's rest, or out of the body. */
export function settleSaid(draft: Draft, field: string, { key, line, text }: Said): void {
  if (key !== null) {
    draft.used.add(key);
    const value = draft.data[field];
    // A day says less than the moment or the writing that it was read from.
    if (typeof value === 'string' && DAY.test(value) && text !== value)
      draft.changed.push({ line: null, kind: 'field', text, became: becameField(field) });
  }
  if (line?.holder) leaves(draft, field, line.holder, line.text, line.line);
}

/** Takes a node out of the body, since a field says all of it. */
export function leaves(
  draft: Draft,
  field: string,
  node: object,
  text: string,
  line: number | null,
): void {
  draft.gone.add(node);
  draft.changed.push({ line, kind: 'field', text, became: becameField(field) });
}

const DAY = /^\d{4}-\d\d-\d\d$/;

const becameField = (field: string): string => `It is the field \`${field}\` now.`;

/** Whether the type has the field and takes the value. */
const takes = (type: string, field: string, value: unknown): boolean =>
  shapeOf(type)[field]?.safeParse(value).success ?? false;

type Shape = Readonly<
  Record<string, { safeParse(value: unknown): { success: boolean } } | undefined>
>;

const common: Shape = documentFields(lifecycle);
const shapeOf = (type: string): Shape => typeNamed(type)?.schema.shape ?? common;

/** A value of front matter as one line that a reader understands. */
export function readable(value: unknown): string {
  if (value instanceof Date) return dayOrMoment(value);
  if (Array.isArray(value)) return value.map(readable).filter(Boolean).join(', ');
  if (value !== null && typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${readable(inner)}`)
      .join('; ');
  if (value === null || value === undefined) return '';
  return String(value)
    .replace(WIKI_LINK, (_, name: string, words?: string) => words ?? name)
    .replace(/\s+/g, ' ')
    .trim();
}

/** A link by name in the text of a field: the name, and the words in its place. */
export const WIKI_LINK = /\[\[([^[\]|]{1,200})(?:\|([^[\]|]{1,200}))?\]\]/g;

function dayOrMoment(value: Date): string {
  const text = Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return text.replace(/T00:00:00\.000Z$/, '');
}

const LINK = /\]\(([^()\s]{1,300})\)/g;

const linksIn = (value: unknown): string[] =>
  [...readable(value).matchAll(LINK)].map(([, url]) => url ?? '');

/** The text of nodes as one line. */
export const lineOf = (node: unknown): string => textOf(node).replace(/\s+/g, ' ').trim();
