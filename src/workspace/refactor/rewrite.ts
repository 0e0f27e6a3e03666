import type { Entry } from '../../domain/graph/corpus.ts';
import type { FieldPath } from '../../domain/problems/problem.ts';
import { FRONTMATTER_LINE } from '../frontmatter.ts';
import { emptyWorkspace, withText } from '../read-corpus.ts';
import { pointAt } from '../text.ts';
import { type Edit, withEdits } from './edit.ts';
import { type Fields, fieldsIn, valueEdit } from './edit-fields.ts';
import { linkEdits } from './edit-links.ts';
import { listEdits } from './edit-lists.ts';

/** What is to be written anew in one document. */
export interface Rewriting {
  readonly fields: readonly {
    readonly path: FieldPath;
    readonly was: string;
    readonly now: string;
  }[];
  readonly url: (url: string) => string;
  /** The old address to keep, and the present one that is no alias any more. */
  readonly alias: { readonly add: string; readonly remove: string | null } | null;
}

/** A text with its references and links written anew, every other byte kept; and what was changed where. */
export interface Rewritten {
  readonly text: string;
  readonly lines: readonly string[];
  /** Lines whose reference or link is written in a way that cannot be edited in place. */
  readonly stuck: readonly number[];
}

/** Rewrites an entry in its text; what it reads as afterwards is compared with what it should. */
export function rewrite(entry: Entry, text: string, { fields, url, alias }: Rewriting): Rewritten {
  const parsed = fields.length > 0 || alias ? fieldsIn(text, entry.path) : null;
  const lineOf = (offset: number) => pointAt(text, offset).line;
  const inFields = fields.map((change) => {
    const edit = parsed && valueEdit(parsed, change.path, change.now);
    return { ...change, edit, line: edit ? lineOf(edit.start) : FRONTMATTER_LINE };
  });
  // Most bodies hold no such link, and are not parsed again.
  const urls = [...(entry.outline?.links ?? []), ...(entry.outline?.images ?? [])];
  const isTouched = urls.some((one) => url(one.url) !== one.url);
  const inBody = isTouched ? linkEdits(text, entry.path, url) : [];
  const all = [...inFields, ...inBody];
  const aliasEdit = aliasOf(entry, parsed, alias);
  const edits = [...all.flatMap(({ edit }) => edit ?? []), ...aliasEdit];
  const now = withEdits(text, edits);
  const stuck = all.filter(({ edit }) => edit === null).map(({ line }) => line);
  if (stuck.length === 0 && edits.length > 0 && !isAsMeant(entry, now, { fields, url, alias }))
    stuck.push(...all.map(({ line }) => line));
  return { text: now, stuck, lines: [...linesOf(all), ...linesOfAlias(alias, aliasEdit, lineOf)] };
}

const linesOf = (all: readonly { line: number; was: string; now: string }[]): string[] =>
  all.map(({ line, was, now }) => `${line}: ${was} -> ${now}`);

const linesOfAlias = (
  alias: Rewriting['alias'],
  edits: readonly Edit[],
  lineOf: (offset: number) => number,
): string[] => {
  const [first] = edits;
  return alias && first ? [`${lineOf(first.start)}: aliases: ${alias.add}`] : [];
};

function aliasOf(entry: Entry, fields: Fields | null, alias: Rewriting['alias']): Edit[] {
  if (!alias || !fields) return [];
  return listEdits(fields, entry.type, { field: 'aliases', ...alias });
}

/** Whether a text reads as its entry did, but for what was to be changed. */
function isAsMeant(entry: Entry, text: string, { fields, url, alias }: Rewriting): boolean {
  const [after] = withText(emptyWorkspace(''), entry.path, text).corpus.entries;
  if (!after) return false;
  const data = structuredClone(entry.data) as Record<string, unknown>;
  for (const { path, now } of fields) setAt(data, path, now);
  const { aliases: _, ...meant } = data;
  const { aliases: found, ...rest } = after.data as Record<string, unknown>;
  const hasAlias =
    !alias || (Array.isArray(found) && found.includes(alias.add) && !found.includes(alias.remove));
  const urls = ({ outline }: Entry, change: (one: string) => string) =>
    [...(outline?.links ?? []), ...(outline?.images ?? [])].map((one) => change(one.url));
  return (
    hasAlias &&
    JSON.stringify(rest) === JSON.stringify(meant) &&
    JSON.stringify(urls(after, (one) => one)) === JSON.stringify(urls(entry, url))
  );
}

function setAt(data: Record<string, unknown>, path: FieldPath, value: string): void {
  let at: unknown = data;
  for (const part of path.slice(0, -1)) at = Reflect.get(at as object, part);
  Reflect.set(at as object, path.at(-1) ?? '', value);
}
